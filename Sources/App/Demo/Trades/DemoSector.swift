/// A sector of employers: its ATECO 2007 code, its collective agreement, how its companies are called.
enum DemoSector: String, Sendable, CaseIterable {
    case bakery, beauty, building, bus, callcenter, canteen, care, cleaning, delivery, education, electrical
    case electricalworks, events, farming, fastfood, food, garage, green, hotel, household, it, laundry, logistics
    case maintenance, metal, office, plastics, plumbing, restaurant, retail, security, shop, textile, tourism
    case transport, waste, wood

    struct Facts: Sendable {
        let ateco: String
        /// The collective agreement, by its code in the reference list.
        let agreement: String
        /// As advertisements call it.
        let agreementName: String
        /// Weekly hours of full time.
        let hours: Int
        let heads: [String]
    }

    var facts: Facts {
        DemoSector.table[self]
            ?? Facts(ateco: "82.99.99", agreement: "H011", agreementName: "Terziario", hours: 40, heads: ["Servizi"])
    }

    private static let table = Dictionary(
        uniqueKeysWithValues: rows.items.compactMap { row -> (DemoSector, Facts)? in
            let cells = row.split(separator: "|").map(String.init)
            guard cells.count == 6, let sector = DemoSector(rawValue: cells[0]), let hours = Int(cells[4]) else {
                return nil
            }
            let heads = cells[5].split(separator: ",").map(String.init)
            return (
                sector,
                Facts(
                    ateco: cells[1],
                    agreement: cells[2],
                    agreementName: cells[3],
                    hours: hours,
                    heads: heads
                )
            )
        }
    )

    private static let rows: DemoLines = """
        bakery|10.71.10|alimentare-artigianato|Alimentare e panificazione artigianato|40|Panificio,Forno,Pasticceria,Antico Forno
        beauty|96.02.01|acconciatura-estetica|Acconciatura ed estetica|40|Salone,Centro Estetico,Parrucchieri
        building|41.20.00|edilizia-artigianato|Edilizia artigianato|40|Costruzioni,Edil,Impresa Edile,Ristrutturazioni
        bus|49.31.00|autoferrotranvieri|Autoferrotranvieri|39|Autolinee,Autoservizi,Viaggi e Trasporti
        callcenter|82.20.00|telecomunicazioni|Telecomunicazioni|40|Contatto,Voce Clienti,Servizi Telefonici
        canteen|56.29.10|H05Y|Pubblici esercizi e ristorazione collettiva|40|Ristorazione,Mense,Cucine
        care|87.30.00|T151|Cooperative sociali|38|Cooperativa Sociale,Residenza,Casa di Riposo
        cleaning|81.21.00|K511|Pulizie e multiservizi|40|Pulizie,Servizi Integrati,Multiservizi
        delivery|53.20.00|I100|Logistica e trasporto merci|39|Express,Corriere,Consegne
        education|88.91.00|T151|Cooperative sociali|38|Cooperativa Sociale,Nido,Centro Educativo
        electrical|27.12.00|C011|Metalmeccanica industria|40|Quadri Elettrici,Elettromeccanica,Automazioni
        electricalworks|43.21.01|metalmeccanica-artigianato|Metalmeccanica artigianato|40|Impianti Elettrici,Elettroimpianti,Energia
        events|73.11.02|H011|Terziario|40|Eventi,Comunicazione,Promozioni
        farming|01.21.00|agricoltura-operai|Operai agricoli e florovivaisti|39|Azienda Agricola,Fattoria,Tenuta,Cooperativa Ortofrutticola
        fastfood|56.10.20|H05Y|Pubblici esercizi e ristorazione collettiva|40|Rosticceria,Pizzeria al Taglio,Gastronomia
        food|10.39.00|alimentare-industria|Industria alimentare|40|Alimentari,Conserve,Salumificio,Caseificio,Pastificio
        garage|45.20.10|metalmeccanica-artigianato|Metalmeccanica artigianato|40|Autofficina,Officina,Autoriparazioni
        green|81.30.00|agricoltura-operai|Operai agricoli e florovivaisti|39|Verde,Giardini,Vivai
        hotel|55.10.00|H052|Turismo|40|Hotel,Albergo,Residence,Grand Hotel
        household|97.00.00|H501|Lavoro domestico|40|Famiglia
        it|62.02.00|C011|Metalmeccanica industria|40|Informatica,Sistemi,Reti e Sistemi
        laundry|96.01.10|K511|Pulizie e multiservizi|40|Lavanderia,Lavanderie Industriali,Tintoria
        logistics|52.29.22|I100|Logistica e trasporto merci|40|Logistica,Magazzini,Trasporti e Logistica,Depositi
        maintenance|33.12.99|C011|Metalmeccanica industria|40|Manutenzioni,Impianti Industriali,Meccanica
        metal|25.62.00|C011|Metalmeccanica industria|40|Officine Meccaniche,Metallurgica,Carpenteria,Torneria
        office|82.11.01|H442|Studi professionali|40|Servizi,Consulenze,Studio Associato
        plastics|22.29.09|gomma-plastica|Gomma e plastica industria|40|Plastica,Stampaggi,Polimeri
        plumbing|43.22.01|metalmeccanica-artigianato|Metalmeccanica artigianato|40|Termoidraulica,Impianti Termici,Clima
        restaurant|56.10.11|H05Y|Pubblici esercizi e ristorazione|40|Ristorante,Trattoria,Osteria,Pizzeria,Caffè
        retail|47.11.20|H011|Terziario, distribuzione e servizi|40|Supermercati,Market,Centro Commerciale,Negozi
        security|80.10.00|vigilanza|Vigilanza privata e servizi di sicurezza|40|Vigilanza,Istituto di Vigilanza,Servizi Fiduciari
        shop|47.22.00|H011|Terziario, distribuzione e servizi|40|Macelleria,Carni,Salumeria
        textile|14.13.10|tessile-industria|Tessile e abbigliamento industria|40|Confezioni,Maglificio,Sartoria
        tourism|93.29.20|H052|Turismo|40|Villaggio,Lido,Stabilimento Balneare,Camping
        transport|49.41.00|I100|Logistica e trasporto merci|39|Autotrasporti,Trasporti,Spedizioni
        waste|38.11.00|igiene-ambientale|Igiene ambientale|38|Ambiente,Servizi Ecologici,Igiene Urbana
        wood|31.09.10|legno-arredo|Legno e arredamento industria|40|Mobilificio,Falegnameria,Arredi
        """
}

/// An employer of the demo world: invented, with a tax code of an office that issues none.
struct DemoEmployer: Hashable, Sendable {
    let name: String
    let taxCode: String
    let sector: DemoSector

    /// One of the employers of a sector in a province; the same number gives the same employer.
    init(sector: DemoSector, province: String, number: Int, seed: UInt64) {
        let place = province.utf8.reduce(0) { $0 * 256 + Int($1) }
        let rank = DemoSector.allCases.firstIndex(of: sector) ?? 0
        let index = (place * 64 + rank) * 1024 + number
        var random = DemoRandom(seed: seed, topic: .employer, index: index)
        let head = random.pick(sector.facts.heads)
        let root = random.chance(30) ? DemoNames.familiesCentre.draw(using: &random) : random.pick(Self.roots.items)
        let form = random.pick(["S.r.l.", "S.r.l.", "S.p.A.", "S.n.c.", "S.a.s."])
        self.sector = sector
        name = head.hasPrefix("Coop") ? "\(head) \(root) Onlus" : "\(head) \(root) \(form)"
        taxCode = DemoTaxCode.organisation(number: random.below(10_000_000))
    }

    private static let roots: DemoLines = """
        Valchiara
        Tre Colli
        San Rocco
        Il Melograno
        La Rondine
        Terralta
        Fonteviva
        Belvedere
        Acquachiara
        Montesereno
        Valdarbia
        Il Girasole
        La Quercia
        Castelvecchio
        Le Querce
        Santa Chiara
        Porto Vecchio
        Aurora
        Stella Marina
        Il Faro
        La Sorgente
        Piana Verde
        Rocca Bruna
        Sant'Elmo
        Il Mulino
        La Fenice
        Nuova Alba
        Ponte Nuovo
        Val d'Oro
        Le Torri
        Borgo Antico
        Il Ciliegio
        La Cometa
        Oltremonte
        Riva Azzurra
        Il Castagno
        La Lanterna
        Due Mari
        Collina Alta
        Il Pettirosso
        La Ginestra
        Fiordaliso
        Il Timone
        Arcobaleno
        La Vela
        Pietrachiara
        Solleone
        Il Sestante
        La Bussola
        Vento del Sud
        Mezzaluna
        Il Tralcio
        La Macina
        Ombrosa
        """
}

/// The tax codes of the demo world, all by the rules of the domain.
enum DemoTaxCode {
    /// Eleven digits with their check digit, of an office (990) that never issued one.
    static func organisation(number: Int) -> String {
        let ten = DemoItalian.padded(number, 7) + "990"
        var sum = 0
        for (position, byte) in ten.utf8.enumerated() {
            let doubled = Int(byte - 48) * 2
            sum += position.isMultiple(of: 2) ? Int(byte - 48) : (doubled > 9 ? doubled - 9 : doubled)
        }
        return ten + String((10 - sum % 10) % 10)
    }
}

extension DemoTrade {
    static let all: [DemoTrade] = [
        .magazzino, .picking, .carrellista, .facchino, .spedizioni,
        .autista, .corriere, .rider, .autobus,
        .pulizie, .piani, .ecologico, .lavanderia, .scuola,
        .portierato, .guardia, .reception, .frontoffice,
        .oss, .asa, .educatore,
        .badante, .colf, .babysitter,
        .sala, .cuoco, .lavapiatti, .mensa, .banconista,
        .barista, .panettiere, .pasticciere, .macellaio,
        .metalmeccanico, .cnc, .saldatore, .carpentiere, .verniciatore,
        .plastica, .confezionamento, .cablatore, .generico, .sarta,
        .manutentore, .falegname, .meccanico, .sartoria, .helpdesk,
        .elettricista, .idraulico, .muratore, .manovale, .imbianchino,
        .bracciante, .potatore, .giardiniere, .allevamento,
        .segreteria, .amministrativo, .contabile, .dataentry, .callcenter,
        .cassiere, .commesso, .scaffalista, .promoter,
        .parrucchiere, .estetista, .animatore, .bagnino,
    ]

    /// Jobs between which people move.
    private static let families: [[DemoTrade]] = [
        [.magazzino, .picking, .carrellista, .facchino, .spedizioni, .autista, .corriere, .rider, .autobus],
        [.pulizie, .piani, .lavanderia, .scuola, .ecologico, .colf, .badante, .oss, .asa, .babysitter],
        [.sala, .cuoco, .lavapiatti, .mensa, .banconista, .barista, .panettiere, .pasticciere, .macellaio],
        [
            .metalmeccanico, .cnc, .saldatore, .carpentiere, .verniciatore, .plastica, .confezionamento, .cablatore,
            .generico, .manutentore,
        ],
        [.sarta, .sartoria, .lavanderia, .confezionamento],
        [.elettricista, .idraulico, .muratore, .manovale, .imbianchino, .falegname, .meccanico],
        [.bracciante, .potatore, .giardiniere, .allevamento],
        [.segreteria, .amministrativo, .contabile, .dataentry, .callcenter, .frontoffice, .reception, .helpdesk],
        [.cassiere, .commesso, .scaffalista, .promoter, .barista],
        [.portierato, .guardia, .ecologico, .pulizie],
        [.animatore, .bagnino, .sala, .reception, .babysitter],
        [.parrucchiere, .estetista, .commesso],
        [.educatore, .babysitter, .segreteria],
    ]

    /// The other jobs of the families of a job, each once.
    static func kin(of trade: DemoTrade) -> [DemoTrade] {
        kinByKey[trade.key] ?? []
    }

    private static let kinByKey = Dictionary(
        uniqueKeysWithValues: all.map { trade in
            let near = families.filter { $0.contains { $0.key == trade.key } }.flatMap(\.self)
            return (
                trade.key,
                all.filter { other in
                    other.key != trade.key && !other.isRegulated && near.contains { $0.key == other.key }
                }
            )
        }
    )
}

extension DemoProvince {
    /// Code, inhabitants in thousands, capital, its postal codes, those of the rest, telephone prefix, larger towns.
    ///
    /// Inhabitants weigh how many branches and people a province gets; they are rounded and need no updating.
    static let table = """
        TO|2200|Torino|10121-10156|10010-10099|011|Moncalieri,Rivoli,Collegno,Nichelino,Settimo
          Torinese,Grugliasco,Chieri,Pinerolo,Venaria Reale
        VC|165|Vercelli|13100-13100|13010-13060|0161|Borgosesia,Santhià
        NO|360|Novara|28100-28100|28010-28079|0321|Borgomanero,Trecate,Galliate
        CN|580|Cuneo|12100-12100|12010-12089|0171|Alba,Bra,Fossano,Mondovì,Savigliano,Saluzzo
        AT|208|Asti|14100-14100|14010-14059|0141|Canelli,Nizza Monferrato
        AL|405|Alessandria|15121-15122|15010-15079|0131|Casale Monferrato,Novi Ligure,Tortona,Acqui Terme
        AO|122|Aosta|11100-11100|11010-11029|0165|Châtillon,Saint-Vincent
        IM|208|Imperia|18100-18100|18010-18039|0183|Sanremo,Ventimiglia,Taggia
        SV|268|Savona|17100-17100|17010-17058|019|Albenga,Varazze,Cairo Montenotte
        GE|817|Genova|16121-16167|16010-16049|010|Rapallo,Chiavari,Sestri Levante
        SP|215|La Spezia|19121-19126|19010-19038|0187|Sarzana,Lerici
        VA|880|Varese|21100-21100|21010-21059|0332|Busto Arsizio,Gallarate,Saronno,Cassano Magnago
        CO|595|Como|22100-22100|22010-22079|031|Cantù,Mariano Comense,Erba
        SO|178|Sondrio|23100-23100|23010-23037|0342|Morbegno,Tirano
        MI|3230|Milano|20121-20162|20010-20098|02|Sesto San Giovanni,Cinisello Balsamo,Legnano,Rho,Paderno
          Dugnano,Cologno Monzese,Rozzano,San Giuliano Milanese,Bollate,Segrate,Corsico,Abbiategrasso,Melzo
        BG|1105|Bergamo|24121-24129|24010-24069|035|Treviglio,Seriate,Dalmine,Romano Di Lombardia,Albino
        BS|1255|Brescia|25121-25136|25010-25089|030|Desenzano Del Garda,Montichiari,Lumezzane,Palazzolo
          Sull'Oglio,Chiari
        PV|535|Pavia|27100-27100|27010-27059|0382|Vigevano,Voghera,Mortara
        CR|352|Cremona|26100-26100|26010-26049|0372|Crema,Casalmaggiore
        MN|405|Mantova|46100-46100|46010-46049|0376|Castiglione Delle Stiviere,Suzzara,Viadana
        BZ|533|Bolzano|39100-39100|39010-39057|0471|Merano,Bressanone,Laives
        TN|542|Trento|38121-38123|38010-38089|0461|Rovereto,Pergine Valsugana,Riva Del Garda
        VR|927|Verona|37121-37142|37010-37069|045|Villafranca Di Verona,Legnago,San Bonifacio,Bussolengo
        VI|855|Vicenza|36100-36100|36010-36078|0444|Bassano Del Grappa,Schio,Valdagno,Arzignano,Thiene
        BL|198|Belluno|32100-32100|32010-32047|0437|Feltre
        TV|878|Treviso|31100-31100|31010-31059|0422|Conegliano,Castelfranco Veneto,Montebelluna,Mogliano
          Veneto
        VE|837|Venezia|30121-30176|30010-30039|041|Chioggia,San Donà Di Piave,Mira,Spinea,Jesolo
        PD|930|Padova|35121-35143|35010-35048|049|Albignasego,Vigonza,Cittadella,Este
        RO|228|Rovigo|45100-45100|45010-45038|0425|Adria,Porto Viro
        UD|518|Udine|33100-33100|33010-33059|0432|Codroipo,Tavagnacco,Latisana
        GO|138|Gorizia|34170-34170|34070-34079|0481|Monfalcone,Ronchi Dei Legionari
        TS|229|Trieste|34121-34151|34010-34018|040|Muggia
        PC|286|Piacenza|29121-29122|29010-29029|0523|Fiorenzuola D'Arda,Castel San Giovanni
        PR|453|Parma|43121-43126|43010-43059|0521|Fidenza,Salsomaggiore Terme
        RE|529|Reggio Nell'Emilia|42121-42124|42010-42049|0522|Scandiano,Correggio,Guastalla
        MO|706|Modena|41121-41126|41010-41059|059|Carpi,Sassuolo,Formigine,Mirandola
        BO|1020|Bologna|40121-40141|40010-40069|051|Imola,Casalecchio Di Reno,San Lazzaro Di Savena,Castel
          Maggiore
        FE|341|Ferrara|44121-44124|44010-44049|0532|Cento,Comacchio
        RA|387|Ravenna|48121-48125|48010-48034|0544|Faenza,Lugo,Cervia
        FC|393|Forlì|47121-47122|47010-47043|0543|Cesena,Cesenatico
        PU|351|Pesaro|61121-61122|61010-61049|0721|Fano,Urbino
        AN|462|Ancona|60121-60131|60010-60048|071|Senigallia,Jesi,Fabriano,Osimo
        MC|305|Macerata|62100-62100|62010-62036|0733|Civitanova Marche,Recanati,Tolentino
        AP|202|Ascoli Piceno|63100-63100|63061-63096|0736|San Benedetto Del Tronto,Grottammare
        MS|189|Massa|54100-54100|54010-54038|0585|Carrara,Aulla
        LU|383|Lucca|55100-55100|55010-55064|0583|Viareggio,Capannori,Camaiore
        PT|290|Pistoia|51100-51100|51010-51039|0573|Montecatini-Terme,Pescia,Quarrata
        FI|987|Firenze|50121-50145|50010-50068|055|Scandicci,Sesto Fiorentino,Empoli,Campi Bisenzio
        LI|327|Livorno|57121-57128|57010-57039|0586|Piombino,Cecina,Rosignano Marittimo
        PI|417|Pisa|56121-56128|56010-56048|050|Pontedera,Cascina,San Miniato
        AR|334|Arezzo|52100-52100|52010-52048|0575|Montevarchi,Cortona,San Giovanni Valdarno
        SI|262|Siena|53100-53100|53010-53049|0577|Poggibonsi,Colle Di Val D'Elsa
        GR|217|Grosseto|58100-58100|58010-58055|0564|Follonica,Orbetello
        PG|640|Perugia|06121-06135|06010-06089|075|Foligno,Città Di Castello,Spoleto,Gubbio,Assisi
        TR|218|Terni|05100-05100|05010-05039|0744|Orvieto,Narni
        VT|307|Viterbo|01100-01100|01010-01039|0761|Civita Castellana,Tarquinia
        RI|150|Rieti|02100-02100|02010-02049|0746|Fara In Sabina
        RM|4230|Roma|00118-00199|00010-00079|06|Guidonia
          Montecelio,Fiumicino,Pomezia,Tivoli,Velletri,Civitavecchia,Anzio,Ardea,Nettuno,Ladispoli,Monterotondo,Albano
          Laziale
        LT|566|Latina|04100-04100|04010-04029|0773|Aprilia,Terracina,Formia,Fondi,Cisterna Di Latina
        FR|468|Frosinone|03100-03100|03010-03049|0775|Cassino,Alatri,Sora,Anagni
        CE|906|Caserta|81100-81100|81010-81059|0823|Aversa,Marcianise,Maddaloni,Santa Maria Capua
          Vetere,Mondragone,Castel Volturno
        BN|265|Benevento|82100-82100|82010-82038|0824|Montesarchio,Sant'Agata De' Goti
        NA|2970|Napoli|80121-80147|80010-80079|081|Giugliano In Campania,Torre Del
          Greco,Pozzuoli,Casoria,Castellammare Di Stabia,Afragola,Marano Di
          Napoli,Acerra,Portici,Ercolano,Nola,Pomigliano D'Arco
        AV|399|Avellino|83100-83100|83010-83059|0825|Ariano Irpino,Montoro
        SA|1060|Salerno|84121-84135|84010-84099|089|Cava De' Tirreni,Scafati,Battipaglia,Nocera
          Inferiore,Eboli,Pagani,Agropoli
        AQ|287|L'Aquila|67100-67100|67010-67069|0862|Avezzano,Sulmona
        TE|299|Teramo|64100-64100|64010-64049|0861|Giulianova,Roseto Degli Abruzzi,Martinsicuro
        PE|313|Pescara|65121-65129|65010-65029|085|Montesilvano,Spoltore
        CH|372|Chieti|66100-66100|66010-66054|0871|Vasto,Lanciano,Francavilla Al Mare
        CB|211|Campobasso|86100-86100|86010-86049|0874|Termoli
        FG|597|Foggia|71121-71122|71010-71051|0881|Cerignola,Manfredonia,San Severo,Lucera
        BA|1225|Bari|70121-70132|70010-70044|080|Altamura,Molfetta,Bitonto,Monopoli,Corato,Gravina In
          Puglia,Modugno
        TA|557|Taranto|74121-74123|74010-74028|099|Martina Franca,Massafra,Grottaglie,Manduria
        BR|381|Brindisi|72100-72100|72012-72029|0831|Fasano,Francavilla Fontana,Ostuni,Mesagne
        LE|772|Lecce|73100-73100|73010-73059|0832|Nardò,Galatina,Copertino,Gallipoli,Casarano
        PZ|348|Potenza|85100-85100|85010-85059|0971|Melfi,Lavello
        MT|191|Matera|75100-75100|75010-75029|0835|Policoro,Pisticci
        CS|671|Cosenza|87100-87100|87010-87076|0984|Corigliano-Rossano,Rende,Castrovillari,Paola
        CZ|342|Catanzaro|88100-88100|88020-88070|0961|Lamezia Terme,Soverato
        RC|515|Reggio Di Calabria|89121-89135|89010-89069|0965|Gioia Tauro,Palmi,Siderno,Villa San Giovanni
        TP|415|Trapani|91100-91100|91010-91031|0923|Marsala,Mazara Del Vallo,Alcamo,Castelvetrano
        PA|1200|Palermo|90121-90151|90010-90049|091|Bagheria,Monreale,Partinico,Carini,Termini Imerese
        ME|600|Messina|98121-98168|98020-98079|090|Barcellona Pozzo Di Gotto,Milazzo,Patti
        AG|412|Agrigento|92100-92100|92010-92029|0922|Licata,Sciacca,Canicattì,Favara
        CL|250|Caltanissetta|93100-93100|93010-93018|0934|Gela,Niscemi
        EN|155|Enna|94100-94100|94010-94019|0935|Piazza Armerina
        CT|1070|Catania|95121-95131|95010-95049|095|Acireale,Paternò,Misterbianco,Caltagirone,Adrano,Mascalucia
        RG|315|Ragusa|97100-97100|97010-97019|0932|Vittoria,Modica,Comiso,Scicli
        SR|383|Siracusa|96100-96100|96010-96019|0931|Augusta,Avola,Noto,Lentini
        SS|475|Sassari|07100-07100|07010-07049|079|Alghero,Olbia,Porto Torres
        NU|198|Nuoro|08100-08100|08010-08049|0784|Macomer,Siniscola
        CA|420|Cagliari|09121-09134|09012-09069|070|Quartu Sant'Elena,Selargius,Sestu,Assemini
        PN|310|Pordenone|33170-33170|33070-33099|0434|Sacile,Cordenons
        IS|80|Isernia|86170-86170|86070-86097|0865|Venafro
        OR|150|Oristano|09170-09170|09070-09099|0783|Terralba
        BI|169|Biella|13900-13900|13811-13899|015|Cossato
        LC|333|Lecco|23900-23900|23801-23899|0341|Merate,Calolziocorte
        LO|228|Lodi|26900-26900|26811-26867|0371|Codogno,Casalpusterlengo
        RN|340|Rimini|47921-47924|47814-47899|0541|Riccione,Santarcangelo Di Romagna,Cattolica
        PO|259|Prato|59100-59100|59011-59026|0574|Montemurlo
        KR|162|Crotone|88900-88900|88811-88842|0962|Isola Di Capo Rizzuto,Cirò Marina
        VV|150|Vibo Valentia|89900-89900|89811-89868|0963|Pizzo,Tropea
        VB|154|Verbania|28921-28925|28801-28899|0323|Domodossola,Omegna
        MB|880|Monza|20900-20900|20811-20886|039|Lissone,Seregno,Desio,Cesano
          Maderno,Limbiate,Brugherio,Vimercate
        FM|168|Fermo|63900-63900|63811-63857|0734|Porto Sant'Elpidio,Porto San Giorgio
        BT|378|Barletta|76121-76121|76011-76018|0883|Andria,Trani,Bisceglie,Canosa Di Puglia
        SU|335|Carbonia|09013-09013|09010-09099|0781|Iglesias,Villacidro
        """
}

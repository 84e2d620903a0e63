// Given and family names, the commonest first; `_` joins the parts of one name.

extension DemoNames {
    static let menOlder = DemoRankedNames(
        """
        Giuseppe Antonio Giovanni Francesco Luigi Salvatore Mario Vincenzo Roberto Marco Paolo Angelo Domenico
        Franco Maurizio Carlo Massimo Stefano Claudio Pietro Bruno Giorgio Michele Sergio Fabio Luciano
        Alberto Giancarlo Pasquale Enrico Walter Nicola Raffaele Renato Daniele Gianni Rosario Umberto Silvano
        Cosimo Carmelo Nicolò Gaetano Ciro Fausto Valter Piero Gennaro Rocco Mauro Ivan Ettore Agostino Livio
        Gianluigi Pier_Luigi Gian_Piero Giovanni_Battista Gian_Franco Antonio_Maria Michelangelo Donato
        Sebastiano Santo Nunzio Calogero Efisio Gavino Vito Biagio
        """
    )

    static let menYounger = DemoRankedNames(
        """
        Andrea Marco Francesco Luca Alessandro Matteo Davide Lorenzo Simone Mattia Giuseppe Antonio Federico
        Riccardo Gabriele Giovanni Daniele Stefano Salvatore Michele Emanuele Alessio Vincenzo Nicola Cristian
        Pietro Filippo Edoardo Domenico Manuel Fabio Roberto Angelo Tommaso Giacomo Samuele Dario Christian
        Luigi Mirko Valerio Pasquale Niccolò Jacopo Denis Kevin Gianluca Enrico Carmine Ivan Raffaele Gaetano
        Leonardo Diego Nicolò Giosuè Gian_Marco Pier_Paolo Gian_Luca Omar Elia Rocco Ciro Noè
        """
    )

    static let womenOlder = DemoRankedNames(
        """
        Maria Anna Rosa Giuseppina Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Paola
        Laura Patrizia Carla Daniela Rita Luisa Franca Antonella Cristina Silvana Roberta Stefania Concetta
        Elena Grazia Loredana Elisabetta Monica Sabrina Barbara Vincenza Domenica Margherita Immacolata Nunzia
        Assunta Donatella Marisa Rosanna Tiziana Simona Ornella Filomena Rosaria Maria_Grazia Maria_Teresa
        Anna_Maria Maria_Pia Maria_Rosaria Maria_Luisa Rosa_Maria Anna_Rita Maria_Cristina Pina Nives Emanuela
        Cinzia Manuela Raffaella Concettina Agata Bonaria
        """
    )

    static let womenYounger = DemoRankedNames(
        """
        Giulia Chiara Sara Martina Francesca Alessia Federica Elisa Valentina Giorgia Elena Laura Silvia Alice
        Marta Ilaria Anna Roberta Eleonora Veronica Maria Serena Jessica Noemi Michela Beatrice Sofia Erika
        Debora Arianna Claudia Irene Gaia Simona Camilla Rebecca Greta Angela Denise Deborah Nicole Antonella
        Miriam Rossella Ludovica Vanessa Melissa Annalisa Carmen Asia Lucia Emma Marika Desirée Maria_Chiara
        Anna_Chiara Maria_Vittoria Maria_Elena Assia Ginevra Immacolata Noelia Tecla
        """
    )

    static let familiesNorthWest = DemoRankedNames(
        """
        Ferrari Colombo Rossi Brambilla Bianchi Fumagalli Villa Galli Ferrero Cattaneo Rizzi Sala Colombo
        Parodi Bruno Riva Bonetti Mariani Beretta Pozzi Giordano Ghezzi Crippa Corti Cantù Mauri Gallo Barbero
        Bosio Negri Locatelli Pesenti Rota Belotti Facchetti Marchesi Ravasi Airoldi Castelli Molteni Canepa
        Traverso Repetto Oliva Bosco Dell'Oro Dell'Orto De_Ambrogi Della_Torre Da_Re Bonacina Carminati Pagani
        Viganò Radaelli Ferré Cerutti Zanetti Marchetti Barale Cavallo Rosso Peyron Gribaudo Della_Valle
        D'Ambrosio Cairoli Lanzani Moroni Gatti Longoni
        """
    )

    static let familiesNorthEast = DemoRankedNames(
        """
        Ferrari Rossi Bianchi Trevisan Zanetti Marangoni Boscolo Moretti Fabbri Zambon De_Marchi Dal_Pozzo
        Dalla_Costa Dal_Lago De_Bortoli Dall'Olio Dall'Ara Dal_Corso Pavan Furlan Visentin Favaro Carraro
        Schiavon Zanin Bortolotti Gruber Mair Moser Pichler Montanari Barbieri Guerra Benassi Gallinari
        Casadei Zoli Baldini Lodi Cavazza Bonfiglioli Zuccoli Toniolo Basso Peruzzo Menegazzo Zorzi Pellizzari
        Degano Cumin Cossutta Kravos Battistella Perin Tonello Biasi Degli_Esposti Degl'Innocenti Mazzoni
        Galassi Tassinari Bolognesi Zamboni Zennaro Canal Busetto Da_Col De_Nardo Meneghello
        """
    )

    static let familiesCentre = DemoRankedNames(
        """
        Rossi Bianchi Mancini Ricci Romano Conti De_Angelis De_Santis Moretti Proietti Marini Sabatini
        Cecchini Giorgi Innocenti Bartolini Ferri Monti Fabiani Nardi Santini Pieri Landi Bernardini Benedetti
        Bruni Cecchi Gori Fantini Giuliani Leonardi Angelini Mariotti Paoletti Mattei D'Angelo D'Amico De_Luca
        Di_Pietro Di_Marco Di_Giacomo Di_Giovanni D'Alessandro Del_Prete Della_Rocca Dell'Acqua De'_Medici
        Degli_Innocenti Del_Bianco Del_Monte Lo_Presti Cirilli Tozzi Lattanzi Pierini Morganti Capitani Vitali
        Gentili Marchetti Lucarelli Bacci Niccolai Cantù Papini Palazzi Venturi
        """
    )

    static let familiesSouth = DemoRankedNames(
        """
        Esposito Russo Romano De_Luca Coppola Ferrara Marino Greco Rizzo Caputo De_Rosa Amato De_Simone
        Sorrentino Fusco Iannone Palumbo D'Angelo D'Amico D'Andrea D'Agostino D'Ambrosio D'Aniello De_Martino
        De_Vivo De_Filippo De_Cesare Del_Giudice Dell'Aversana Della_Monica Dello_Iacono Di_Stefano Di_Maio
        Di_Martino Di_Lorenzo Di_Donato Di_Nardo Di_Biase Capuano Petrillo Pugliese Lombardi Losito Cassano
        Lorusso Colella Laterza Semeraro Lacerenza Carbone Santoro Basile Bruno Serra Mancuso Scalzo Gallo
        Morabito Calabrò Nicolò Cundari Cutrì Laganà Fortunato Guarino Cozzolino Borrelli Napolitano Improta
        Auriemma Scognamiglio Buonocore Ruocco Iovine Mele Tarantino Pascale Sabato Cannavò Triggiani Sansone
        Lo_Russo La_Torre
        """
    )

    static let familiesSicily = DemoRankedNames(
        """
        Russo Messina Lombardo Caruso Marino Rizzo Grasso Greco Romano Catalano Costa Amato Vitale Arena
        Giuffrida Pappalardo Parisi Bellomo Lo_Presti Lo_Bianco Lo_Cascio Lo_Monaco Lo_Verde La_Rosa La_Mantia
        La_Barbera La_Rocca Di_Stefano Di_Mauro Di_Bella Di_Salvo D'Arrigo D'Amico D'Alessandro D'Urso
        Dell'Utri Scalia Zappalà Cannizzaro Cannavò Patanè Privitera Sciuto Nicotra Spataro Tumino Cascone
        Iacono Licata Sciortino Mannino Aiello Cusumano Randazzo Ferrante Trovato Puglisi Leotta Barbagallo
        Bonanno Sanfilippo Guarnera Calì Niceforo Macaluso Mulè
        """
    )

    static let familiesSardinia = DemoRankedNames(
        """
        Sanna Piras Melis Lai Murgia Pinna Meloni Serra Carta Puddu Mura Deiana Usai Cocco Zedda Loi Porcu
        Cossu Fadda Floris Orrù Atzeni Contu Corda Cabras Deidda Marras Mulas Manca Pisano Podda Puggioni Ruiu
        Satta Secci Spano Tuveri Vargiu Solinas Caddeo Dessì Cogoni Cadeddu Erriu Delogu De_Martis
        """
    )
}

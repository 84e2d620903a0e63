extension DemoCountry {
    /// Where people born abroad come from, the commonest countries of residents in Italy first.
    static let all: [DemoCountry] = [
        DemoCountry(
            iso: "RO",
            place: "Z129",
            name: "la Romania",
            within: "in Romania",
            language: DemoTongue(code: "ro", name: "rumeno"),
            share: 240,
            men: "Ion Mihai Alexandru Andrei Vasile Gheorghe Florin Cristian Marian Daniel Ionuț Constantin",
            women: "Maria Elena Ioana Mihaela Gabriela Daniela Cristina Mariana Alina Nicoleta Violeta Georgeta",
            families:
                "Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Rusu Munteanu Matei Marin Ciobanu Lupu Ungureanu Barbu"
        ),
        DemoCountry(
            iso: "MA",
            place: "Z330",
            name: "il Marocco",
            within: "in Marocco",
            language: DemoTongue(code: "ar", name: "arabo"),
            share: 150,
            men: "Mohamed Ahmed Youssef Hassan Rachid Abdelkader Mustapha Said Khalid Omar",
            women: "Fatima Khadija Aicha Naima Samira Hanane Latifa Malika Zineb Fatima_Zahra",
            families:
                "El_Idrissi Benali Alaoui El_Amrani Chakir Bouazza Haddad Ait_Lahcen El_Mansouri Ouali Tazi Rahmouni"
        ),
        DemoCountry(
            iso: "AL",
            place: "Z100",
            name: "l'Albania",
            within: "in Albania",
            language: DemoTongue(code: "sq", name: "albanese"),
            share: 130,
            men: "Arben Artan Agim Ilir Gezim Besnik Altin Klodian Fatmir Edmond",
            women: "Elona Mirela Valbona Entela Anila Majlinda Blerta Ornela Teuta Drita",
            families: "Hoxha Shehu Gjoka Prifti Dervishi Leka Kola Marku Çela Hysa Topalli Duka"
        ),
        DemoCountry(
            iso: "UA",
            place: "Z138",
            name: "l'Ucraina",
            within: "in Ucraina",
            language: DemoTongue(code: "uk", name: "ucraino"),
            share: 90,
            men: "Oleksandr Serhij Volodymyr Ivan Mykola Andrij",
            women: "Olena Natalia Svitlana Oksana Halyna Iryna Liudmyla Tetiana Mariia Nadiia",
            families: "Shevchenko Kovalenko Bondarenko Melnyk Kravchuk Tkachenko Oliinyk Savchuk Lysenko Rudenko"
        ),
        DemoCountry(
            iso: "BD",
            place: "Z249",
            name: "il Bangladesh",
            within: "in Bangladesh",
            language: DemoTongue(code: "bn", name: "bengalese"),
            share: 70,
            men: "Mohammad Abdul Md_Rafiqul Shahin Kamal Jahangir Nazrul Sumon Rashed",
            women: "Fatema Nasrin Shirin Rokeya Salma Taslima",
            families: "Islam Rahman Hossain Ahmed Miah Uddin Khan Chowdhury Sarkar Begum"
        ),
        DemoCountry(
            iso: "PE",
            place: "Z611",
            name: "il Perù",
            within: "in Perù",
            language: DemoTongue(code: "es", name: "spagnolo"),
            share: 55,
            men: "José_Luis Juan_Carlos Luis_Alberto Jorge Víctor César Miguel_Ángel",
            women: "Rosa María_Elena Ana_María Carmen_Rosa Juana Luz_Marina Silvia",
            families:
                "Quispe_Mamani Flores_Rojas García_Torres Huamán_Ríos Sánchez_Vega Chávez_Díaz Mendoza_Cruz Ramos_León"
        ),
        DemoCountry(
            iso: "NG",
            place: "Z335",
            name: "la Nigeria",
            within: "in Nigeria",
            language: DemoTongue(code: "en", name: "inglese"),
            share: 50,
            men: "Emmanuel Samuel Godwin Osagie Sunday Friday Ikechukwu",
            women: "Blessing Joy Faith Patience Grace Osas Mercy",
            families: "Okafor Osagie Igbinedion Eze Adeyemi Omoregie Nwosu Okoro"
        ),
        DemoCountry(
            iso: "CN",
            place: "Z210",
            name: "la Cina",
            within: "in Cina",
            language: DemoTongue(code: "zh", name: "cinese"),
            share: 45,
            men: "Wei Jian Yong Haibo Xiaoming Zhiqiang",
            women: "Li Mei Xiuying Yan Xiaoli Hui",
            families: "Hu Chen Wang Zhang Lin Wu Zhou Ye Xu"
        ),
        DemoCountry(
            iso: "EG",
            place: "Z336",
            name: "l'Egitto",
            within: "in Egitto",
            language: DemoTongue(code: "ar", name: "arabo"),
            share: 60,
            men: "Ahmed Mahmoud Mostafa Hany Ibrahim Tarek Essam",
            women: "Mona Amal Hanan Nadia Samah",
            families: "Abdel_Rahman El_Sayed Ibrahim Hassan Gad Mansour Fathy Abdelaziz"
        ),
        DemoCountry(
            iso: "PH",
            place: "Z216",
            name: "le Filippine",
            within: "nelle Filippine",
            language: DemoTongue(code: "tl", name: "tagalog"),
            share: 60,
            men: "Jose Mark_Anthony Rodel Ronaldo Edwin Joel",
            women: "Maria_Theresa Rowena Maricel Josephine Lorna Analyn",
            families: "Dela_Cruz Santos Reyes Bautista Garcia Mendoza Ramos Villanueva De_Guzman"
        ),
        DemoCountry(
            iso: "MD",
            place: "Z140",
            name: "la Moldavia",
            within: "in Moldavia",
            language: DemoTongue(code: "ro", name: "rumeno"),
            share: 50,
            men: "Ion Vasile Andrei Sergiu Igor",
            women: "Natalia Tatiana Elena Svetlana Ludmila Olga",
            families: "Rusu Ceban Rotaru Cojocaru Munteanu Ciobanu Moraru"
        ),
        DemoCountry(
            iso: "SN",
            place: "Z343",
            name: "il Senegal",
            within: "in Senegal",
            language: DemoTongue(code: "wo", name: "wolof"),
            share: 45,
            men: "Mamadou Cheikh Ibrahima Modou Ousmane Moussa",
            women: "Awa Fatou Aminata Ndèye Khady",
            families: "Diop Ndiaye Fall Mbaye Gueye Sow Faye"
        ),
        DemoCountry(
            iso: "PK",
            place: "Z236",
            name: "il Pakistan",
            within: "in Pakistan",
            language: DemoTongue(code: "ur", name: "urdu"),
            share: 45,
            men: "Muhammad_Asif Imran Tariq Nadeem Zahid Waqas",
            women: "Saima Nazia Shazia Rubina",
            families: "Khan Ali Hussain Iqbal Mehmood Butt Akhtar"
        ),
        DemoCountry(
            iso: "IN",
            place: "Z222",
            name: "l'India",
            within: "in India",
            language: DemoTongue(code: "pa", name: "punjabi"),
            share: 50,
            men: "Gurpreet Harjinder Balwinder Sukhwinder Manjit Rajesh",
            women: "Kulwinder Paramjit Amandeep Sunita Jaspreet",
            families: "Singh Kumar Kaur Sharma Gill Sandhu Dhillon"
        ),
        DemoCountry(
            iso: "LK",
            place: "Z209",
            name: "lo Sri Lanka",
            within: "in Sri Lanka",
            language: DemoTongue(code: "si", name: "singalese"),
            share: 40,
            men: "Nimal Sunil Ranjith Chaminda Upul",
            women: "Chandrika Nilmini Kumari Dilrukshi",
            families: "Perera Fernando Silva Warnakulasuriya De_Silva Jayasinghe"
        ),
        DemoCountry(
            iso: "TN",
            place: "Z352",
            name: "la Tunisia",
            within: "in Tunisia",
            language: DemoTongue(code: "ar", name: "arabo"),
            share: 35,
            men: "Mohamed_Ali Ridha Nabil Lotfi Slim Hichem",
            women: "Ines Salma Sonia Rim Leila",
            families: "Ben_Ali Trabelsi Gharbi Ben_Salah Jlassi Mejri"
        ),
        DemoCountry(
            iso: "EC",
            place: "Z605",
            name: "l'Ecuador",
            within: "in Ecuador",
            language: DemoTongue(code: "es", name: "spagnolo"),
            share: 30,
            men: "Luis_Fernando Carlos Wilson Byron",
            women: "Gloria Mercedes Narcisa Jenny_Patricia",
            families: "Zambrano_Vera Mora_Castillo Cedeño_Loor Morán_Pérez"
        ),
        DemoCountry(
            iso: "PL",
            place: "Z127",
            name: "la Polonia",
            within: "in Polonia",
            language: DemoTongue(code: "pl", name: "polacco"),
            share: 25,
            men: "Krzysztof Piotr Andrzej Marek",
            women: "Anna Małgorzata Beata Ewa Katarzyna",
            families: "Nowak Kowalczyk Wiśniewska Zieliński Wójcik"
        ),
        DemoCountry(
            iso: "DE",
            place: "Z112",
            name: "la Germania",
            within: "in Germania",
            language: DemoTongue(code: "de", name: "tedesco"),
            share: 14,
            men: "Thomas Salvatore Michael",
            women: "Sabine Antonella Petra",
            families: "Schneider Russo Weber Greco"
        ),
        DemoCountry(
            iso: "CH",
            place: "Z133",
            name: "la Svizzera",
            within: "in Svizzera",
            language: DemoTongue(code: "fr", name: "francese"),
            share: 12,
            men: "Marco Antonio Patrick",
            women: "Sandra Daniela Nadia",
            families: "De_Luca Keller Rossi Martin"
        ),
    ]
}

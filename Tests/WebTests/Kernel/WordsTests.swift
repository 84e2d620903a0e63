import Domain
import Testing

@testable import Web

@Suite("Words")
struct WordsTests {
    @Test(
        "Thousands are grouped as the language does",
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (1_234_567, "1.234.567", "1,234,567"),
            (-1500, "-1.500", "-1,500"),
        ]
    )
    func grouped(number: Int, italian: String, english: String) {
        #expect(Words(.it).grouped(number) == italian)
        #expect(Words(.en).grouped(number) == english)
    }

    @Test("A count takes the right number of its noun")
    func counts() {
        #expect(Words(.it).count(1, one: .oneOffer, many: .manyOffers) == "1 offerta")
        #expect(Words(.it).count(1200, one: .oneOffer, many: .manyOffers) == "1.200 offerte")
        #expect(Words(.en).count(0, one: .oneOffer, many: .manyOffers) == "0 vacancies")
    }
}

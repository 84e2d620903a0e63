import Testing

@testable import Domain

@Suite("Numbers with two decimals")
struct HundredthsTests {
    @Test(
        "They are read exactly",
        arguments: [("0", 0), ("1500", 150_000), ("1500.5", 150_050), ("1500.05", 150_005), ("0.10", 10)]
    )
    func read(_ text: String, _ value: Int64) {
        #expect(Hundredths(text)?.value == value)
    }

    @Test(
        "Anything else is refused",
        arguments: ["", ".", "1.", ".5", "1.234", "-1", "1,5", "1e3", " 1", "1 000", "NaN"]
    )
    func refused(_ text: String) {
        #expect(Hundredths(text) == nil)
    }

    @Test("They are written with two decimals, or as short as may be")
    func written() {
        #expect(Hundredths(150_005).text == "1500.05")
        #expect(Hundredths(4000).shortText == "40")
        #expect(Hundredths(3750).shortText == "37.5")
        #expect(Hundredths(3333).shortText == "33.33")
    }
}

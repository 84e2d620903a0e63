import Testing

@testable import Domain

@Suite("The code of a vacancy")
struct VacancyCodeTests {
    static let ids: [Int64] = [0, 1, 31, 32, 123_456_789, 914_263_821_345_128_448, .max]

    @Test("It has three letters and fourteen characters in groups, at most 25 in all", arguments: ids)
    func form(_ id: Int64) throws {
        let code = VacancyCode(ID<Vacancy>(id))

        #expect(code.text.utf8.count <= 25)
        #expect(code.text.wholeMatch(of: /VAC-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{5}){2}/) != nil)
        #expect(code.id.rawValue == id)
    }

    @Test("It is read however people write it", arguments: ids)
    func tolerant(_ id: Int64) {
        let code = VacancyCode(ID<Vacancy>(id))

        #expect(VacancyCode(code.text) == code)
        #expect(VacancyCode(code.text.lowercased()) == code)
        #expect(VacancyCode(code.text.replacing("-", with: " ")) == code)
        #expect(VacancyCode(code.text.replacing("-", with: "")) == code)
        #expect(VacancyCode("VAC" + code.text.dropFirst(3).replacing("0", with: "O").replacing("1", with: "l")) == code)
    }

    @Test("One wrong character is always noticed")
    func substitution() {
        let plain = Array(VacancyCode(ID<Vacancy>(914_263_821_345_128_448)).text.replacing("-", with: "").utf8)
        for place in 3..<plain.count {
            for character in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8 where character != plain[place] {
                var typed = plain
                typed[place] = character
                #expect(VacancyCode(String(decoding: typed, as: UTF8.self)) == nil)
            }
        }
    }

    @Test("Two swapped characters are always noticed")
    func transposition() {
        let plain = Array(VacancyCode(ID<Vacancy>(914_263_821_345_128_448)).text.replacing("-", with: "").utf8)
        for first in 3..<plain.count {
            for second in (first + 1)..<plain.count where plain[first] != plain[second] {
                var typed = plain
                typed.swapAt(first, second)
                #expect(VacancyCode(String(decoding: typed, as: UTF8.self)) == nil)
            }
        }
    }

    @Test(
        "What is no code is refused",
        arguments: ["", "VAC", "MI-2026-0123", "VAC-0000-00000-0000", "VAC-0000-00000-00000-0", "VAC-ÀÈÌÒ-00000-00000"]
    )
    func refused(_ text: String) {
        #expect(VacancyCode(text) == nil)
    }
}

import Domain
import TestSupport
import Testing

@testable import Web

@Suite("Buttons of the CV's form")
struct CurriculumActionTests {
    @Test("A button says what it does to which row, and comes back as it was sent")
    func texts() {
        let all: [CurriculumAction] = [
            .goOn, .overview, .add(.experiences), .remove(.computerSkills, row: 3),
            .moveUp(.desiredProfessions, row: 1),
            .search(.experiences, row: 0),
        ]
        for action in all { #expect(CurriculumAction(action.text) == action) }
        let beyond = [Int.min, Int.max, -1, 1000].flatMap { row in
            ["togli", "su", "cerca", "aggiungi"].map { "\($0):experiences.\(row)" }
        }
        for strange in beyond { #expect(CurriculumAction(strange) == .goOn, "\(strange)") }
        for strange in [nil, "", "togli", "togli:nulla.1", "togli:experiences.x", "aggiungi:experiences.1", "cerca:"] {
            #expect(CurriculumAction(strange) == .goOn, "\(strange ?? "–")")
        }
    }

    private let typed = [
        ("desired_professions.0.description", "cuoca"), ("desired_professions.1.description", " "),
        ("desired_professions.2.description", "barista"), ("desired_professions.2.has_experience", "yes"),
        ("desired_professions.10.description", "sarta"),
    ]

    private func order(_ pairs: [(String, String)]) -> [String?] {
        let draft = CurriculumDraft(pairs)
        return (0..<draft.rows(.desiredProfessions)).map { draft.text("desired_professions.\($0).description") }
    }

    @Test("The row of the button is the one that is taken out, blank rows or not")
    func removing() {
        #expect(order(CurriculumAction.remove(.desiredProfessions, row: 2).applied(to: typed)) == ["cuoca", "sarta"])
        #expect(order(CurriculumAction.remove(.desiredProfessions, row: 1).applied(to: typed)).count == 3)
        #expect(order(CurriculumAction.remove(.experiences, row: 0).applied(to: typed)).count == 3)
    }

    @Test("A row goes before the one above it, with all its fields")
    func moving() {
        let moved = CurriculumAction.moveUp(.desiredProfessions, row: 2).applied(to: typed)
        let again = CurriculumAction.moveUp(.desiredProfessions, row: 1).applied(to: moved)
        #expect(order(again) == ["barista", "cuoca", "sarta"])
        #expect(CurriculumDraft(again).text("desired_professions.0.has_experience") == "yes")
        #expect(order(CurriculumAction.moveUp(.desiredProfessions, row: 0).applied(to: typed)).first == "cuoca")
    }

    @Test("A search leads to where its row is once blank rows have fallen away")
    func searching() {
        #expect(CurriculumAction.place(of: 2, .desiredProfessions, in: typed) == 1)
        #expect(CurriculumAction.place(of: 10, .desiredProfessions, in: typed) == 2)
        #expect(CurriculumAction.place(of: 1, .desiredProfessions, in: typed) == nil)
    }

    @Test("Sections have addresses of their own, and follow each other to the end")
    func sections() {
        var walked: [CurriculumDraft.Section] = []
        var section: CurriculumDraft.Section? = .professions
        while let here = section {
            #expect(CurriculumDraft.Section(slug: here.slug) == here)
            walked.append(here)
            section = here.next
        }
        #expect(walked == CurriculumDraft.Section.allCases)
        #expect(CurriculumDraft.Section(slug: "altro") == nil)
    }

    @Test("Each field of a CV has a name for people")
    func names() {
        for part in CurriculumDraft.Part.allCases where part.isRepeated {
            #expect(CurriculumLabels.row("\(part.rawValue).0.x") != nil)
        }
        let draft = CurriculumDraft(.whole, .shared)
        for (field, _) in draft.pairs {
            let leaf = field.split(separator: ".").last.map(String.init) ?? field
            if CurriculumLabels.carried.contains(leaf) { continue }
            #expect(CurriculumLabels.name(field).it != field, "\(field)")
        }
    }
}

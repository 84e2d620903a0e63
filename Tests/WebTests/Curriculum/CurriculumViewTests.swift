import HTML
import TestSupport
import Testing

@testable import Domain
@testable import Web

@Suite("A CV as it is read")
struct CurriculumViewTests {
    private func shown(_ education: Curriculum.Education) -> String {
        var curriculum = Curriculum()
        curriculum.education = [education]
        let labels = Labels(words: Words(.it), reference: .shared)
        return CurriculumView(labels: labels, curriculum: curriculum).html.description
    }

    @Test("Whether a title is recognised is told unless it is of an Italian school")
    func recognition() {
        var title = Curriculum.Education(level: "USG", year: 2004)
        title.recognisedInItaly = true
        #expect(shown(title).contains("riconosciuto in Italia"))
        title.municipalityCode = "Z110"
        #expect(shown(title).contains("riconosciuto in Italia"))
        title.municipalityCode = "F205"
        #expect(!shown(title).contains("riconosciuto in Italia"))
    }
}

internal import Synchronization

/// What was suggested for wrong codes, by the text that stood in place of one.
///
/// To find the nearest code a text is compared with a whole list, and files repeat their faults: a thousand rows with
/// the same unknown code are compared once.
final class Suggestions: Sendable {
    private struct Question: Hashable {
        let list: ReferenceList
        let text: String
    }

    private let answers = Mutex<[Question: ReferenceCode?]>([:])

    /// No more than this is kept: whoever sends ever new nonsense must not fill the memory.
    static let most = 2_000
    private static let longestText = 40

    func answer(for text: String, in list: ReferenceList, _ find: () -> ReferenceCode?) -> ReferenceCode? {
        guard text.utf8.count <= Suggestions.longestText else { return find() }
        let question = Question(list: list, text: text)
        if let known = answers.withLock({ $0[question] }) { return known }
        let found = find()
        answers.withLock { answers in
            if answers.count < Suggestions.most { answers[question] = .some(found) }
        }
        return found
    }
}

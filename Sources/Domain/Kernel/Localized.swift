public import Persistence

/// The languages of the pages and of the API's messages.
public enum Language: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case it
    case en
}

/// A text for people, in both languages.
public struct Localized: Hashable, Sendable, Codable {
    public let it: String
    public let en: String

    public init(it: String, en: String) {
        self.it = it
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .it: it
        case .en: en
        }
    }
}

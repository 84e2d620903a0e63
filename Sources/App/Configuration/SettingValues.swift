internal import Foundation

/// The texts of the settings, from wherever they come: the first place that has one wins.
struct SettingValues {
    private let places: [[Setting: String]]

    /// - Parameter file: the path of a JSON file, or nil for the one that `INCONTRO_CONFIG` names, if any.
    init(options: [Setting: String], environment: [String: String], file: String?) throws(InvalidSetting) {
        var variables: [Setting: String] = [:]
        for setting in Setting.allCases { variables[setting] = environment[setting.environment] }
        var places = [options, variables]
        if let path = file ?? environment["INCONTRO_CONFIG"], !path.isEmpty {
            places.append(try SettingsFile(path).values)
        }
        self.places = places
    }

    /// What the first place says that says anything: an empty text says nothing.
    func optional(_ setting: Setting) -> String? {
        places.lazy.compactMap { $0[setting] }.first { !$0.isEmpty } ?? setting.defaultValue
    }

    func text(_ setting: Setting) throws(InvalidSetting) -> String {
        guard let text = optional(setting) else { throw InvalidSetting(setting: setting, reason: "is needed") }
        return text
    }

    func read<T>(_ setting: Setting, as kind: String, _ convert: (String) -> T?) throws(InvalidSetting) -> T {
        let text = try text(setting)
        guard let value = convert(text) else {
            let shown = setting.mayHoldSecret ? "the value" : "'\(text)'"
            throw InvalidSetting(setting: setting, reason: "\(shown) is not \(kind)")
        }
        return value
    }

    func integer(_ setting: Setting, in range: ClosedRange<Int>) throws(InvalidSetting) -> Int {
        try read(setting, as: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

/// A configuration file: one JSON object whose keys are the options' names.
struct SettingsFile {
    let values: [Setting: String]

    /// - Throws: ``InvalidSetting``, which repeats nothing of what a file holds but the names of its keys.
    init(_ path: String) throws(InvalidSetting) {
        func unusable(_ reason: String) -> InvalidSetting {
            InvalidSetting(setting: nil, reason: "the configuration file \(path) \(reason)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw unusable("cannot be read") }
        guard let members = try? JSONDecoder().decode([String: Member].self, from: data) else {
            throw unusable("is not a JSON object of texts, numbers, true and false")
        }
        var values: [Setting: String] = [:]
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            guard let setting = Setting(rawValue: name) else { throw unusable("has '\(name)', which is no setting") }
            values[setting] = try member.text(of: setting)
        }
        self.values = values
    }

    /// A value as it stands in the file: a text for any setting, else of the setting's own kind.
    private enum Member: Decodable {
        case null
        case boolean(Bool)
        case number(Int)
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let flag = try? container.decode(Bool.self) {
                self = .boolean(flag)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func text(of setting: Setting) throws(InvalidSetting) -> String? {
            switch (self, setting.kind) {
            case (.null, _): nil
            case (.text(let text), _): text
            case (.boolean(let flag), .boolean): flag ? "true" : "false"
            case (.number(let number), .integer): String(number)
            case (.boolean, .text), (.boolean, .integer), (.number, .text), (.number, .boolean):
                throw InvalidSetting(setting: setting, reason: "is \(setting.kind.words) in the configuration file")
            }
        }
    }
}

extension Setting.Kind {
    fileprivate var words: String {
        switch self {
        case .text: "a text"
        case .integer: "a number"
        case .boolean: "true or false"
        }
    }
}

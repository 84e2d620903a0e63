public import Domain

/// The JSON form of an annotation.
public enum AnnotationJSON {
    /// Reads an annotation; what is wrong with what it says is for the domain to tell.
    public static func read(_ json: JSON) -> (draft: AnnotationDraft, findings: [Finding]) {
        var (fields, draft) = (JSONFields(), AnnotationDraft())
        fields.object(json, "") { fields, name, value in
            switch name {
            case "kind": draft.kind = fields.word(value, name)
            case "outcome": draft.outcome = fields.word(value, name)
            case "date": draft.date = fields.day(value, name)
            case "text": draft.text = fields.text(value, name)
            case "next_action_date": draft.nextActionDate = fields.day(value, name)
            case "corrects":
                guard let text = fields.text(value, name) else { break }
                draft.corrects = ID(text: text)
                if draft.corrects == nil { fields.add(.notAnID(name)) }
            default: return false
            }
            return true
        }
        return (draft, fields.findings)
    }

    public static func json(_ annotation: Annotation) -> JSON {
        [
            "id": .text(annotation.id.text),
            "kind": .text(annotation.kind.rawValue),
            "outcome": .optional(annotation.outcome?.rawValue),
            "date": .text(annotation.date.description),
            "text": .optional(annotation.text),
            "next_action_date": .optional(annotation.nextActionDate?.description),
            "corrects": .optional(annotation.corrects?.text),
            "created_at": .text(annotation.at.rfc3339),
        ]
    }
}

extension Finding {
    fileprivate static func notAnID(_ field: String) -> Finding {
        Finding(
            field,
            "not_an_id",
            it: "Non è un identificativo della piattaforma.",
            en: "This is no identifier of the platform."
        )
    }
}

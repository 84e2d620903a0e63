internal import Crypto
internal import Foundation

/// What somebody typed into a form whose session was over when it was sent.
public struct KeptForm: Hashable, Sendable, Codable {
    /// The path of the page that shows the form.
    public let page: String
    /// Names and values in the order in which they were sent.
    public let fields: [Field]
    /// Whether files were sent along, which are not kept.
    public let lacksFiles: Bool

    public struct Field: Hashable, Sendable, Codable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(page: String, fields: [Field], lacksFiles: Bool = false) {
        self.page = page
        self.fields = fields
        self.lacksFiles = lacksFiles
    }
}

/// The key in the browser's cookie that opens what was kept for it: 256 random bits.
///
/// The store has neither the key nor anything to compute it from, so that whoever reads the store reads no form.
public struct FormKey: Hashable, Sendable {
    /// 43 characters of base64url.
    public let text: String

    public init() {
        text = SessionToken().text
    }

    public init?(text: String) {
        guard SessionToken(text: text) != nil else { return nil }
        self.text = text
    }

    /// The name under which the store keeps this browser's forms.
    var hash: String { Secrets.hash("kept-forms " + text) }

    /// The name of one page among them; the store does not learn on which page somebody was.
    func hash(of page: String) -> String {
        Secrets.base64URL(Array(HMAC<SHA256>.authenticationCode(for: Data(page.utf8), using: derived("page"))))
    }

    /// Seals a form for its owner: to anybody else, with this very browser, it does not open.
    func seal(_ form: KeptForm, for owner: TaxCode) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            JSONEncoder().encode(form),
            using: derived("seal"),
            authenticating: Data(owner.text.utf8)
        )
        // Only a nonce of another length than the usual one has no combined form.
        guard let combined = box.combined else { throw NotFound() }
        return [UInt8](combined)
    }

    /// The form, or nil when it is not this owner's, not under this key, or was touched.
    func open(_ sealed: [UInt8], for owner: TaxCode) -> KeptForm? {
        guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)),
            let bytes = try? AES.GCM.open(box, using: derived("seal"), authenticating: Data(owner.text.utf8))
        else { return nil }
        return try? JSONDecoder().decode(KeptForm.self, from: bytes)
    }

    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(text.utf8)),
            info: Data("kept-forms \(purpose)".utf8),
            outputByteCount: 32
        )
    }
}

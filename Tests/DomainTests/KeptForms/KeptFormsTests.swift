import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("Kept forms")
struct KeptFormsTests {
    private let form = KeptForm(
        page: "/patto/modifica",
        fields: [.init("email", "maria@example.it"), .init("filiale", "1"), .init("filiale", "2")]
    )

    @Test("A form comes back whole to its owner, again and again until it is removed", arguments: Engine.available)
    func back(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (forms, key) = (KeptForms(world.store), FormKey())
            let owner = try world.signIn("ALFA/anna").taxCode
            try await forms.keep(form, under: key, of: owner)
            for _ in 0..<2 { #expect(try await forms.find(on: form.page, under: key, of: owner) == form) }
            #expect(try await forms.find(on: "/curriculum", under: key, of: owner) == nil)

            let later = KeptForm(page: form.page, fields: [.init("email", "nuova@example.it")], lacksFiles: true)
            let other = KeptForm(page: "/curriculum", fields: [.init("titolo", "Cuoca")])
            try await forms.keep(later, under: key, of: owner)
            try await forms.keep(other, under: key, of: owner)
            #expect(try await forms.find(on: form.page, under: key, of: owner) == later)
            #expect(try await forms.find(on: "/curriculum", under: key, of: owner) == other)
            try await forms.remove(on: form.page, under: key)
            #expect(try await forms.find(on: form.page, under: key, of: owner) == nil)
            try await forms.removeAll(under: key)
            #expect(try await forms.find(on: "/curriculum", under: key, of: owner) == nil)
        }
    }

    @Test("Another person, or another browser, never sees it", arguments: Engine.available)
    func foreign(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (forms, key) = (KeptForms(world.store), FormKey())
            let owner = try world.signIn("ALFA/anna").taxCode
            try await forms.keep(form, under: key, of: owner)
            #expect(try await forms.find(on: form.page, under: key, of: try world.signIn("ALFA/bruno").taxCode) == nil)
            #expect(try await forms.find(on: form.page, under: FormKey(), of: owner) == nil)
        }
    }

    @Test("The store holds nothing that can be read, and a touched byte opens nothing", arguments: Engine.available)
    func sealed(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (forms, key) = (KeptForms(world.store), FormKey())
            let owner = try world.signIn("ALFA/anna").taxCode
            try await forms.keep(form, under: key, of: owner)
            let stored = try await world.store.read { (transaction: borrowing Transaction) in
                (
                    try transaction.all("SELECT key_hash || page_hash FROM kept_form", as: String.self),
                    try transaction.all("SELECT sealed FROM kept_form", as: [UInt8].self)
                )
            }
            let (names, bytes) = (try #require(stored.0.first), try #require(stored.1.first))
            #expect(!names.contains(key.text) && !names.contains("patto"))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("maria"))
            #expect(key.open(bytes, for: owner) == form)
            for index in bytes.indices {
                var touched = bytes
                touched[index] ^= 1
                #expect(key.open(touched, for: owner) == nil)
            }
        }
    }

    @Test("After two hours it is gone", arguments: Engine.available)
    func expired(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let (forms, key) = (KeptForms(world.store), FormKey())
            let owner = try world.signIn("ALFA/anna").taxCode
            try await forms.keep(form, under: key, of: owner)
            world.time.advance(seconds: KeptForms.patience)
            #expect(try await forms.find(on: form.page, under: key, of: owner) == nil)
            #expect(try await forms.removeExpired() == 1)
        }
    }

    @Test("A key is a key's text and nothing else")
    func keys() {
        let key = FormKey()
        #expect(FormKey(text: key.text) == key)
        #expect(FormKey(text: "") == nil)
        #expect(FormKey(text: key.text + "A") == nil)
    }
}

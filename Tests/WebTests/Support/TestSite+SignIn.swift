import Domain
import TestSupport
import Testing

@testable import Web

extension TestSite {
    /// Signs in by way of the provider's page and follows to where that leads.
    ///
    /// - Parameter seconds: How long the browser takes from the provider back to us.
    @discardableResult
    func signIn(
        _ browser: RouterClient,
        as taxCode: TaxCode,
        at address: String = "/accedi",
        waiting seconds: Int = 0
    ) async throws -> Page {
        let asked = try await browser.get(address)
        try #require(
            asked.location.hasPrefix(publicURL + DevelopmentProvider.path),
            "\(asked.status) \(asked.location)"
        )
        let choice = try await browser.get(asked.location)
        let ticket = try #require(choice.text.firstMatch(of: /name="ticket" value="([^"]+)"/)).1
        let answer = try await browser.post(
            DevelopmentProvider.path + "/authorize",
            ["ticket": String(ticket), "tax_code": taxCode.text],
            token: .none
        )
        world.time.advance(seconds: seconds)
        return try await browser.get(answer.location, following: true)
    }

    var maria: TaxCode { ApplicationEntry.sample().taxCode }
}

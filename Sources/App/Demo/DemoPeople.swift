internal import Domain
internal import Web

extension Services {
    /// The people that the development identity provider lists.
    func demoPeople() async throws -> [DemoPerson] {
        try await people.examples().map { example in
            DemoPerson(
                taxCode: example.taxCode.text,
                givenName: example.givenName,
                familyName: example.familyName,
                note: [example.role.title.it, example.agencyName, example.branchName].compactMap { $0 }
                    .joined(separator: ", ")
            )
        }
    }

    /// Who can sign in, as CSV: `role,name,tax_code,agency,branch`.
    public func demoPeopleCSV() async throws -> String {
        let rows = try await people.examples().map { example in
            [
                example.role.rawValue, "\(example.givenName) \(example.familyName)", example.taxCode.text,
                example.agencyCode ?? "", example.branchCode ?? "",
            ]
        }
        return ([["role", "name", "tax_code", "agency", "branch"]] + rows)
            .map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    private func quoted(_ text: String) -> String {
        text.contains(where: { ",\"\n".contains($0) }) ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}

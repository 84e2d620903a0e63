import Foundation
import Testing

/// How it is proven that an entrance shows nothing but what is open to the one who asks.
private enum Proof {
    /// ``ScopePropertyTests`` compares it with a plain filter.
    case compared
    /// It changes something; what the change may touch is tested where it is named.
    case changes
    /// It shows nothing that belongs to somebody else; why.
    case harmless(String)
}

@Suite("Entrances that read on behalf of somebody")
struct ReadEntrancesTests {
    /// Whoever adds an entrance adds it here, and to ``ScopePropertyTests`` when it reads.
    private static let table: [String: Proof] = [
        "Annotations.add(_:to:as:)": .changes,
        "Annotations.latest(of:as:)": .harmless("kinds and days, by the branches of the list: AnnotationsTests"),
        "Applications.own(_:)": .compared,
        "ChangeFeed.follow(after:kinds:showing:as:atMost:)": .harmless(
            "by the branches of the lists: ChangeFeedFollowTests"
        ),
        "ChangeFeed.head(as:)": .harmless("a number"),
        "Citizens.branches(openTo:)": .compared,
        "Citizens.count(_:as:reference:)": .compared,
        "Citizens.curriculum(own:)": .compared,
        "Citizens.detail(_:as:because:)": .compared,
        "Citizens.discardDraft(as:)": .changes,
        "Citizens.editedCurriculum(own:reference:)": .compared,
        "Citizens.exceeds(_:_:as:reference:)": .compared,
        "Citizens.export(_:as:reference:in:)": .compared,
        "Citizens.facets(_:as:reference:)": .compared,
        "Citizens.find(own:)": .compared,
        "Citizens.list(_:as:reference:at:limit:)": .compared,
        "Citizens.publishDraft(showing:replacing:reference:as:)": .changes,
        "Citizens.saveCurriculum(_:replacing:reference:as:)": .changes,
        "Citizens.saveDraft(_:of:over:reference:as:)": .changes,
        "Exports.cancel(_:by:)": .changes,
        "Exports.find(_:of:)": .compared,
        "Exports.list(of:)": .compared,
        "Exports.mayExport(_:)": .harmless("whether the one who asks may"),
        "Exports.open(_:of:)": .compared,
        "Exports.rights(as:)": .compared,
        "Exports.setRight(of:to:by:)": .changes,
        "Interests.branches(coded:openTo:)": .harmless("ids of the publisher's own branches: InterestsExtractTests"),
        "Interests.branches(openTo:)": .compared,
        "Interests.count(_:as:)": .compared,
        "Interests.current(in:of:)": .compared,
        "Interests.detail(_:as:)": .compared,
        "Interests.exceeds(_:_:as:)": .compared,
        "Interests.export(_:as:reference:in:)": .compared,
        "Interests.express(in:message:as:)": .changes,
        "Interests.extract(_:as:)": .harmless("the list's own statement: InterestsExtractTests"),
        "Interests.facets(_:as:)": .compared,
        "Interests.list(_:as:at:limit:)": .compared,
        "Interests.list(of:after:limit:)": .compared,
        "Interests.move(_:to:from:as:)": .compared,
        "Interests.withdraw(_:as:)": .compared,
        "Pacts.complete(as:)": .changes,
        "Pacts.current(for:)": .compared,
        "Pacts.document(_:of:)": .compared,
        "Pacts.findings(for:)": .harmless("what is wrong with the person's own draft"),
        "Pacts.inPreparation(for:)": .compared,
        "Pacts.measure(of:)": .compared,
        "Pacts.saveDraft(_:over:as:)": .changes,
        "Pacts.sign(showing:assuranceLevel:as:)": .changes,
        "Pacts.takeBack(as:)": .changes,
        "Pacts.toSign(as:)": .harmless("the person's own draft, by the condition of inPreparation"),
        "Pacts.versions(for:)": .compared,
        "People.scopes(of:)": .compared,
        "SavedSearches.delete(_:as:)": .changes,
        "SavedSearches.list(_:as:)": .harmless(
            "names and filters of the agency's people; SavedSearchesTests has the scope"
        ),
        "SavedSearches.newRows(in:as:)": .harmless("a number, by the list's own statement: NewCitizensTests"),
        "SavedSearches.open(_:as:)": .changes,
        "SavedSearches.rename(_:to:as:)": .changes,
        "SavedSearches.save(_:as:)": .changes,
        "SavedSearches.share(_:_:as:)": .changes,
        "SavedSearches.watch(_:_:as:)": .changes,
        "Sightings.list(of:by:after:limit:)": .compared,
        "Sightings.summary(of:)": .compared,
        "SuperUsers.appoint(_:as:)": .changes,
        "SuperUsers.appointment(_:as:)": .compared,
        "SuperUsers.confirm(_:as:)": .changes,
        "SuperUsers.decline(_:because:as:)": .changes,
        "SuperUsers.detail(_:as:)": .compared,
        "SuperUsers.extend(_:over:as:)": .changes,
        "SuperUsers.list(as:after:limit:)": .compared,
        "SuperUsers.needsConfirmation(_:)": .harmless("whether the agency has another master, to one of its masters"),
        "SuperUsers.ownBranches(of:)": .compared,
        "SuperUsers.reenable(_:as:)": .changes,
        "SuperUsers.suspend(_:because:as:)": .changes,
        "SuperUsers.takeBack(_:from:as:)": .changes,
        "SuperUsers.withdraw(_:as:)": .changes,
        "Vacancies.branches(openTo:)": .compared,
        "Vacancies.change(publicationOf:_:version:as:)": .changes,
        "Transaction.openBranches(to:on:with:)": .harmless("the statement that all of these are made of"),
        "Vacancies.count(_:as:)": .compared,
        "Vacancies.create(_:as:)": .changes,
        "Vacancies.exceeds(_:_:as:)": .compared,
        "Vacancies.export(_:as:in:)": .compared,
        "Vacancies.facets(_:as:)": .compared,
        "Vacancies.find(_:as:)": .compared,
        "Vacancies.find(externalReference:as:)": .compared,
        "Vacancies.list(_:as:at:limit:)": .compared,
        "Vacancies.load(_:as:dryRun:)": .changes,
        "Vacancies.periods(of:as:)": .compared,
        "Vacancies.update(_:to:version:as:)": .changes,
        "Vacancies.walk(_:branchCode:as:after:limit:)": .compared,
        "VacancyLoads.complete(_:key:hash:rows:as:)": .changes,
        "VacancyLoads.find(_:of:)": .harmless("the client's own: VacancyLoadsTests"),
        "VacancyLoads.receive(_:mode:isDryRun:as:)": .changes,
        "VacancyLoads.result(_:of:outcome:after:atMost:)": .harmless("the client's own: VacancyLoadsTests"),
        "VacancyUploads.finish(_:outcome:by:)": .changes,
        "VacancyUploads.keep(_:named:by:)": .changes,
        "VacancyUploads.outcome(_:by:)": .compared,
        "VacancyUploads.take(_:by:)": .compared,
    ]

    private static var people: Regex<Substring> {
        /:\s*(?:OperatorIdentity|CitizenIdentity|Publisher|OperatorAccount)\b/
    }

    /// The public functions of the domain that take one who asks, by the type that they belong to.
    private func entrances() throws -> Set<String> {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/Domain").standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try "\n" + String(contentsOf: file, encoding: .utf8)
            let pattern = /public func ([a-zA-Z]+)\((.*?)\)\s*(?:async|throws|->|\{)/.dotMatchesNewlines()
            for match in text.matches(of: pattern)
            where match.2.firstMatch(of: Self.people) != nil {
                let types = text[..<match.range.lowerBound].matches(of: /\n(?:extension|public struct) ([A-Za-z]+)/)
                let entrance = types.last?.1 ?? ""
                let labels = match.2.matches(of: /(?:^|,)\s*([a-zA-Z_]+)(?:\s+[a-zA-Z_]+)?\s*:/).map { "\($0.1):" }
                found.insert("\(entrance).\(match.1)(\(labels.joined()))")
            }
        }
        return found
    }

    @Test("Each of them is in the table of proofs, and nothing else is")
    func complete() throws {
        let found = try entrances()
        let known = Set(Self.table.keys)
        #expect(
            found.subtracting(known).sorted() == [],
            "add them to the table, and to ScopePropertyTests if they read"
        )
        #expect(known.subtracting(found).sorted() == [], "these are gone")
    }

    @Test("What is called compared, the property test calls")
    func called() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let text = try files.filter { $0.lastPathComponent.hasPrefix("ScopeGame") }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        for (entrance, proof) in Self.table {
            guard case .compared = proof else { continue }
            let name = entrance.split(separator: ".").last?.prefix { $0 != "(" } ?? ""
            #expect(text.contains(".\(name)("), "\(entrance)")
        }
    }
}

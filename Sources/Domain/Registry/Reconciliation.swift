/// What a file comes to when it is held against what is stored, before anything is written.
///
/// All of a register's file is weighed in memory (a few ten thousand rows at most), so that one transaction writes what
/// changed with one statement per table, and a file that says nothing new writes nothing.
struct Reconciliation<Stored: Hashable & Sendable>: Sendable {
    private(set) var receipts: [LoadReceipt] = []
    /// Rows to insert or to write over.
    private(set) var changed: [Stored] = []
    /// Rows that the file no longer holds.
    private(set) var ended: [Stored] = []
    private var current: [String: Stored]
    private var firstRows: [String: Int] = [:]
    private let keyField: String

    /// - Parameter stored: what the store holds, by the keys that rows have.
    init(_ stored: [String: Stored], keyField: String) {
        current = stored
        self.keyField = keyField
    }

    /// Weighs one row.
    ///
    /// - Parameter make: The row to store, from the one that is there; nil, with findings, when the rules refuse it.
    mutating func add<Entry>(
        _ row: LoadRow<Entry>,
        key: String,
        _ make: (Entry, Stored?, inout [Finding]) -> Stored?
    ) {
        if let first = firstRows[key] {
            receipts.append(row.receipt(.rejected, [.repeated(keyField, firstRow: first)]))
            return
        }
        firstRows[key] = row.row
        var findings: [Finding] = []
        let old = current[key]
        guard let new = make(row.entry, old, &findings), !findings.haveErrors, !row.findings.haveErrors else {
            receipts.append(row.receipt(.rejected, findings))
            return
        }
        if new == old {
            receipts.append(row.receipt(.unchanged, findings))
            return
        }
        receipts.append(row.receipt(old == nil ? .created : .updated, findings))
        changed.append(new)
        current[key] = new
    }

    /// Ends what is open and was not named.
    mutating func endUnnamed(_ extent: LoadExtent, where isOpen: (Stored) -> Bool) {
        guard extent.isFull else { return }
        let refused = extent.refusedKeys
        let unnamed = current.filter { firstRows[$0.key] == nil && !refused.contains($0.key) && isOpen($0.value) }
        for (key, stored) in unnamed.sorted(by: { $0.key < $1.key }) {
            receipts.append(LoadReceipt(row: 0, key: key, outcome: .ended))
            ended.append(stored)
        }
    }
}

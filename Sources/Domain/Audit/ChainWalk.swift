/// A walk along the chain, link by link, that tells a broken link from one that only follows it.
struct ChainWalk: Sendable {
    private(set) var position: Int64 = 0
    /// The link that the last seal carries, and the one that its columns give: the same unless somebody changed it.
    private(set) var stored = AuditSeal.genesis
    private(set) var computed = AuditSeal.genesis

    /// Takes the next step, in the order of positions.
    ///
    /// - Returns: what is wrong with it, and whether the seal's own columns agree with each other.
    mutating func next(_ seal: SealImage) -> (defects: [AuditDefect], isSound: Bool) {
        guard let position = seal.position, position > self.position else {
            return ([AuditDefect(.sealChanged, entry: seal.entry, "there is no such position")], false)
        }
        let first = self.position + 1
        let before = [stored, computed]
        let link = seal.computedLink
        let isSound = link != nil && link == seal.link
        self.position = position
        stored = seal.link ?? ""
        computed = link ?? ""

        var defects: [AuditDefect] = []
        if position > first {
            let range = position - 1 == first ? "position \(first)" : "positions \(first) to \(position - 1)"
            defects.append(AuditDefect(.sealMissing, position: first, "no seal at \(range)"))
        }
        if !isSound {
            let what = "its columns do not give its link"
            defects.append(AuditDefect(.sealChanged, position: position, entry: seal.entry, what))
        } else if position == first, let previous = seal.previous, !before.contains(previous) {
            let what = "it does not continue the seal before it"
            defects.append(AuditDefect(.linkBroken, position: position, entry: seal.entry, what))
        }
        return (defects, isSound)
    }
}

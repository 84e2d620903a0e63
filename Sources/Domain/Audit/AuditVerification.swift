/// What a walk over the whole trail has found.
public struct AuditVerification: Sendable {
    /// Rows in the chain.
    public private(set) var sealed = 0
    /// Rows that wait for their seal.
    public private(set) var waiting = 0
    public private(set) var checkpoints = 0
    /// Checkpoints whose signature nobody could judge: not signed, or no key was given.
    public private(set) var uncheckedCheckpoints = 0
    public private(set) var head = AuditHead.genesis
    /// The first defects, as many as were asked for.
    public private(set) var defects: [AuditDefect] = []
    public private(set) var defectCount = 0
    /// The lowest position at which row or seal is not as it was written.
    public private(set) var firstBrokenLink: Int64?

    public var rows: Int { sealed + waiting }
    public var isWhole: Bool { defectCount == 0 }

    private let limit: Int
    private let expectation: AuditExpectation
    private var keys: [AuditVerifyingKey] { expectation.keys }
    /// What was written before then and is not sealed waits for too long.
    private let overdueBefore: Instant
    private var overdue: (count: Int, oldest: AuditImage)?
    private var links: ChainWalk
    private var stored: [Int64: AuditCheckpoint] = [:]
    private var lastStored: AuditCheckpoint?
    private var hasSigned = false
    /// The checkpoints by the position that they vouch for.
    private var vouched: [Int64: [AuditCheckpoint]] = [:]

    /// - Parameter now: Not later than the snapshot that the evidence comes from.
    init(_ expectation: AuditExpectation, at now: Instant, limit: Int) {
        self.expectation = expectation
        self.limit = limit
        overdueBefore = now.adding(seconds: -AuditSealer.longestWaitSeconds)
        links = ChainWalk()
        for checkpoint in expectation.kept where checkpoint.authenticity(expectation.keys) != .forged {
            vouch(checkpoint)
        }
    }

    mutating func judge(_ evidence: AuditEvidence) {
        switch evidence {
        case .lack(.guardMissing(let name)):
            note(AuditDefect(.guardMissing, AuditWeakness.guardMissing(name).description))
        case .lack(let lack): note(AuditDefect(.keyMissing, lack.description))
        case .damage(let what): note(AuditDefect(.fileDamaged, what))
        case .checkpoint(let checkpoint): judge(checkpoint)
        case .sealed(let seal, let images): judge(seal, images)
        case .unsealed(let image, let announced): judge(image, announced: announced)
        case .announced(let entry, let position?):
            note(
                AuditDefect(.announcementInserted, position: position, entry: entry, "it waits, although it is sealed")
            )
        case .announced(let entry, nil):
            waiting += 1
            note(AuditDefect(.rowMissing, entry: entry, "it waits for its seal, and there is no row"))
        }
    }

    /// Says what only the end can tell: whether the chain and the checkpoints go as far as was vouched for.
    mutating func finish() {
        head = AuditHead(position: links.position, link: links.stored)
        finishWaiting()
        finishExpectation()
        for checkpoint in vouched.values.joined().sorted(by: { $0.number < $1.number }) {
            if checkpoint.position > head.position {
                let what = "the chain ends at position \(head.position), before checkpoint \(checkpoint.number)"
                note(
                    AuditDefect(.chainCut, position: checkpoint.position, at: checkpoint.at, what),
                    at: head.position + 1
                )
            } else if checkpoint.position == 0, checkpoint.link != AuditSeal.genesis {
                note(AuditDefect(.checkpointChanged, position: 0, at: checkpoint.at, "an empty chain has no such link"))
            }
        }
        for checkpoint in expectation.kept where stored[checkpoint.number] != checkpoint {
            judgeSignature(of: checkpoint, isKept: true)
            let number = checkpoint.number
            let isThere = stored[number] != nil
            let what =
                isThere
                ? "checkpoint \(number) is not the one that was kept elsewhere"
                : "checkpoint \(number) was kept elsewhere and is not in the store"
            let kind = isThere ? AuditDefect.Kind.checkpointChanged : .checkpointMissing
            note(AuditDefect(kind, position: checkpoint.position, at: checkpoint.at, what))
        }
    }

    /// One defect for all that wait for too long: a sealer that stands still leaves everything unsealed.
    private mutating func finishWaiting() {
        guard let overdue else { return }
        let what = "\(overdue.count) rows wait for their seal since this one: no server seals, or it is kept from it"
        note(AuditDefect(.sealOverdue, entry: overdue.oldest.id, at: overdue.oldest.at, what))
    }

    private mutating func finishExpectation() {
        let last = lastStored?.number ?? 0
        if last < expectation.leastCheckpoint {
            let what = "the last checkpoint is \(last), and \(expectation.leastCheckpoint) or a later one is expected"
            note(AuditDefect(.checkpointMissing, what))
        }
        if head.position < expectation.leastPosition {
            let what = "the chain ends at position \(head.position), before \(expectation.leastPosition)"
            note(AuditDefect(.chainCut, position: expectation.leastPosition, what), at: head.position + 1)
        }
    }

    private mutating func note(_ defect: AuditDefect, at broken: Int64? = nil) {
        defectCount += 1
        if defects.count < limit { defects.append(defect) }
        if let broken { firstBrokenLink = min(broken, firstBrokenLink ?? broken) }
    }
}

// MARK: - Rows and seals

extension AuditVerification {
    private mutating func judge(_ seal: SealImage, _ images: [AuditImage]) {
        sealed += 1
        let (defects, isSound) = links.next(seal)
        for defect in defects { note(defect, at: defect.position) }
        guard let position = seal.position else { return }
        // Of several rows with one id, the one that was sealed is the entry.
        let image = images.count > 1 ? images.first { $0.digest == seal.entryHash } ?? images[0] : images.first
        for _ in images.dropFirst() {
            let what = "there is more than one row of this id, and one was sealed"
            note(AuditDefect(.rowInserted, position: position, entry: seal.entry, at: image?.at, what), at: position)
        }
        if let image {
            if let what = fault(of: image, expected: isSound ? seal.entryHash : image.hash) {
                let defect = AuditDefect(.rowChanged, position: position, entry: image.id, at: image.at, what)
                note(defect, at: position)
            }
        } else if isSound {
            sealed -= 1
            note(
                AuditDefect(.rowMissing, position: position, entry: seal.entry, "it is sealed, and there is no row"),
                at: position
            )
        }
        for checkpoint in vouched.removeValue(forKey: position) ?? []
        where checkpoint.link != links.stored && checkpoint.link != links.computed {
            let what = "checkpoint \(checkpoint.number) saw another link here: the chain was made anew, here or before"
            note(AuditDefect(.chainRewritten, position: position, at: checkpoint.at, what), at: position)
        }
    }

    private mutating func judge(_ image: AuditImage, announced: String?) {
        waiting += 1
        guard let announced else {
            let what = "it was neither announced nor sealed: not written by this software, or its seal was removed"
            note(AuditDefect(.rowInserted, entry: image.id, at: image.at, what))
            return
        }
        if let at = image.at, at < overdueBefore {
            let oldest = overdue.map { $0.oldest.at ?? at <= at ? $0.oldest : image } ?? image
            overdue = ((overdue?.count ?? 0) + 1, oldest)
        }
        if let what = fault(of: image, expected: announced) {
            note(AuditDefect(.rowChanged, entry: image.id, at: image.at, "\(what) (it is not sealed yet)"))
        }
    }

    private func fault(of image: AuditImage, expected: String?) -> String? {
        guard let digest = image.digest else { return "a column holds what this software never writes" }
        if digest != expected { return "its content does not give the hash that it was written with" }
        if image.hash != digest { return "its own hash was changed" }
        return nil
    }
}

// MARK: - Checkpoints

extension AuditVerification {
    private mutating func judge(_ checkpoint: AuditCheckpoint?) {
        checkpoints += 1
        guard let checkpoint else {
            note(AuditDefect(.checkpointChanged, "a column of a checkpoint holds what this software never writes"))
            return
        }
        stored[checkpoint.number] = checkpoint
        let (number, position) = ((lastStored?.number ?? 0) &+ 1, lastStored?.position ?? 0)
        lastStored = checkpoint
        if checkpoint.number != number {
            let what = "checkpoint \(checkpoint.number) stands where \(number) is expected"
            note(AuditDefect(.checkpointMissing, position: checkpoint.position, at: checkpoint.at, what))
        } else if checkpoint.position &- checkpoint.count != position {
            let what = "checkpoint \(number) does not count from the one before"
            note(AuditDefect(.checkpointChanged, position: checkpoint.position, at: checkpoint.at, what))
        }
        if judgeSignature(of: checkpoint, isKept: false) { vouch(checkpoint) }
    }

    /// Notes what is wrong with a signature, and tells whether what the checkpoint says may be believed.
    @discardableResult
    private mutating func judgeSignature(of checkpoint: AuditCheckpoint, isKept: Bool) -> Bool {
        func defect(_ kind: AuditDefect.Kind, _ what: String) -> AuditDefect {
            AuditDefect(
                kind,
                position: checkpoint.position,
                at: checkpoint.at,
                "checkpoint \(checkpoint.number) \(what)"
            )
        }
        switch checkpoint.authenticity(keys) {
        case .genuine:
            if !isKept { hasSigned = true }
        case .forged:
            note(defect(.checkpointChanged, "does not say what was signed"))
            return false
        case .unknownKey where keys.isEmpty:
            if !isKept { uncheckedCheckpoints += 1 }
        case .unknownKey:
            note(
                defect(.checkpointOfUnknownKey, "is signed with the key \(checkpoint.keyID ?? ""), which was not given")
            )
        case .unsigned where !isKept && hasSigned:
            note(defect(.checkpointUnsigned, "is not signed, and one before it is"))
        case .unsigned where !isKept && !keys.isEmpty && checkpoint.number >= expectation.signedFrom:
            note(defect(.checkpointUnsigned, "is not signed, and a key was given"))
        case .unsigned:
            if !isKept { uncheckedCheckpoints += 1 }
        }
        return true
    }

    private mutating func vouch(_ checkpoint: AuditCheckpoint) {
        if vouched[checkpoint.position]?.contains(checkpoint) == true { return }
        vouched[checkpoint.position, default: []].append(checkpoint)
    }
}

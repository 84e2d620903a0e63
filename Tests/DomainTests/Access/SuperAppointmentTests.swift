import TestSupport
import Testing

@testable import Domain

@Suite("Steps of an appointment")
struct SuperAppointmentTests {
    private typealias State = SuperAppointment.State
    private typealias Party = SuperAppointment.Party

    @Test("Each pair of states is open to the parties of the table, and to nobody else")
    func pairs() {
        let legal: [String: Set<Party>] = [
            "pending in_force": [.otherMaster, .soleMaster], "pending declined": [.otherMaster],
            "pending withdrawn": [.requester], "pending expired": [.clock],
            "in_force ended": [.requester, .otherMaster],
        ]
        for from in State.allCases {
            for to in State.allCases {
                for party in Party.allCases {
                    let isAllowed = SuperAppointment.transitions.allow(from, to, by: party)
                    #expect(isAllowed == (legal["\(from.rawValue) \(to.rawValue)"]?.contains(party) ?? false))
                }
            }
        }
    }

    @Test("Nobody but another master can decide on a request while there is one")
    func fourEyes() {
        let byRequester = SuperAppointment.transitions.next(from: .pending, by: .requester)
        #expect(byRequester == [.withdrawn])
    }

    @Test("An account goes to and fro between active and suspended, by masters alone")
    func accounts() {
        for from in AccountStatus.allCases {
            for to in AccountStatus.allCases {
                for role in OperatorRole.allCases {
                    let isAllowed = AccountStatus.transitions.allow(from, to, by: role)
                    #expect(isAllowed == (from != to && role == .master))
                }
            }
        }
    }
}

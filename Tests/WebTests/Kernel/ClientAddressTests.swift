import Testing

@testable import Web

@Suite("The address that a request comes from")
struct ClientAddressTests {
    @Test("Without a trusted proxy the connection is the client, whatever the header says")
    func untrusted() {
        #expect(TrustedProxies.none.client(of: "192.0.2.1", forwarded: ["203.0.113.9"]) == "192.0.2.1")
        #expect(TrustedProxies.none.client(of: nil, forwarded: ["203.0.113.9"]) == "unknown")
    }

    @Test("Behind trusted proxies it is the last hop that none of them is, and never what the client wrote itself")
    func trusted() throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8", "192.0.2.1", "fd00::/8"]))
        func client(_ connection: String, _ forwarded: String...) -> String {
            proxies.client(of: connection, forwarded: forwarded)
        }
        #expect(client("10.1.2.3", "203.0.113.9") == "203.0.113.9")
        #expect(client("10.1.2.3", "198.51.100.7, 203.0.113.9") == "203.0.113.9")
        #expect(client("10.1.2.3", "198.51.100.7", "203.0.113.9, 10.9.9.9") == "203.0.113.9")
        #expect(client("fd12::1", "203.0.113.9") == "203.0.113.9")
        #expect(client("::ffff:10.0.0.1", "203.0.113.9") == "203.0.113.9")
        #expect(client("11.0.0.1", "203.0.113.9") == "11.0.0.1")
        #expect(client("10.1.2.3") == "10.1.2.3")
        #expect(client("10.1.2.3", "nonsense") == "10.1.2.3")
        #expect(client("10.1.2.3", "203.0.113.9, nonsense") == "10.1.2.3")
    }

    @Test("An IPv6 subscriber is its /64, within which it may take any address")
    func version6() {
        let none = TrustedProxies.none
        let one = none.client(of: "2001:db8:1:2::1", forwarded: [])
        #expect(one == none.client(of: "2001:db8:1:2:ffff:ffff:ffff:ffff", forwarded: []))
        #expect(one != none.client(of: "2001:db8:1:3::1", forwarded: []))
    }

    @Test(
        "What is neither an address nor a network is no proxy",
        arguments: [
            "proxy", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::g", ":::", "1::2::3",
            "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "", "+1.2.3.4", "::+1",
        ]
    )
    func unreadable(text: String) {
        #expect(TrustedProxies([text]) == nil)
    }

    @Test(
        "Addresses in all their spellings",
        arguments: [
            ("::1", "0:0:0:0:0:0:0:1"), ("[2001:DB8::5]", "2001:db8:0:0:0:0:0:5"), ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80::1%eth0", "fe80::1"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ]
    )
    func spellings(one: String, other: String) {
        #expect(NetworkAddress(one) != nil)
        #expect(NetworkAddress(one) == NetworkAddress(other))
    }
}

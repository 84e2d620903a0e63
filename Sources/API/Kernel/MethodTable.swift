internal import Hummingbird

/// Which methods each address has, for the answer to others (RFC 9110 section 15.5.6).
struct MethodTable: Sendable {
    private let routes: [(parts: [String], method: HTTPRequest.Method)]

    init(_ routes: [(path: String, method: HTTPRequest.Method)]) {
        self.routes = routes.map { (Self.parts($0.path), $0.method) }
    }

    /// The methods of an address, in the order of their names; none for one that does not exist.
    func methods(of path: String) -> [HTTPRequest.Method] {
        let asked = Self.parts(path)
        let fitting = routes.filter { route in
            route.parts.count == asked.count
                && zip(route.parts, asked).allSatisfy { $0 == $1 || $0.hasPrefix(":") || $0.hasPrefix("{") }
        }
        var methods = Set(fitting.map(\.method))
        if methods.contains(.get) { methods.insert(.head) }
        return methods.sorted { $0.rawValue < $1.rawValue }
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}

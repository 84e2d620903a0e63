// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What every target of ours is held to; third-party code keeps its own settings.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// isa-l compresses four times faster than zlib; where its header is absent (no package for the machine) zlib serves.
let hasISAL = FileManager.default.fileExists(atPath: "/usr/include/isa-l.h")

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let jwtKit: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "incontro",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "incontro", targets: ["CLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "CDeflate",
            cSettings: hasISAL ? [.define("INCONTRO_ISAL")] : [],
            linkerSettings: [.linkedLibrary("z")] + (hasISAL ? [.linkedLibrary("isal")] : [])
        ),
        .target(name: "Persistence", dependencies: ["CSQLite", "CPostgres", logging, nioPosix], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["CDeflate", "CZip"], swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        .target(name: "Outbound", dependencies: ["CCurl", logging], swiftSettings: strict),
        .target(name: "OpenIDConnect", dependencies: [jwtKit, crypto], swiftSettings: strict),
        .target(
            name: "Domain",
            dependencies: ["Persistence", crypto],
            resources: [.copy("Reference/Tables")],
            swiftSettings: strict
        ),
        .target(name: "Exchange", dependencies: ["Domain", "Documents", "HTML"], swiftSettings: strict),
        .target(
            name: "API",
            dependencies: ["Domain", "Exchange", "OpenIDConnect", httpTypes, hummingbird, logging],
            swiftSettings: strict
        ),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Documents", "Exchange", "HTML", "OpenIDConnect", hummingbird, httpTypes, logging, nioCore,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "App",
            dependencies: [
                "Domain", "Documents", "Exchange", "API", "Web", "Outbound", "OpenIDConnect", "Persistence",
                hummingbird, logging, nioCore,
                lifecycle, unixSignals,
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "App", "Domain", "Exchange", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Bench",
            dependencies: ["Documents", "Domain", "Persistence", hummingbird, logging],
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Persistence", "Domain", logging],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "ArchitectureTests", dependencies: ["App"], swiftSettings: strict),
        .testTarget(name: "PersistenceTests", dependencies: ["Persistence", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(name: "OutboundTests", dependencies: ["Outbound", "TestSupport", logging], swiftSettings: strict),
        .testTarget(name: "OpenIDConnectTests", dependencies: ["OpenIDConnect", crypto], swiftSettings: strict),
        .testTarget(
            name: "DomainTests",
            dependencies: ["Domain", "Persistence", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Documents", "Domain", "Persistence", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Domain", "Documents", "Exchange", "HTML", "OpenIDConnect", "Persistence", "TestSupport",
                hummingbird, logging, nioCore, nioEmbedded, httpTypes,
            ],
            exclude: ["Snapshots"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Domain", "Exchange", "OpenIDConnect", "Persistence", "TestSupport", hummingbird, logging,
                nioCore,
                httpTypes,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "Domain", "Exchange", "Outbound", "Persistence", "TestSupport", "Web", hummingbird, httpTypes,
                logging, nioCore, nioEmbedded, .product(name: "CoreMetrics", package: "swift-metrics"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

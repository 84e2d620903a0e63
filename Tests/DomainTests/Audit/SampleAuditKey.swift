/// Keys made with openssl for these tests alone.
enum SampleAuditKey: CaseIterable {
    case ed25519
    case p256

    var pem: String {
        switch self {
        case .ed25519: SampleAuditKey.ed25519Text
        case .p256: SampleAuditKey.p256Text
        }
    }

    private static let ed25519Text = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIKcTGm0TzDGGdE23RW8JCtEGEORREP+oAKHkqxOtfxE4
        -----END PRIVATE KEY-----
        """
    private static let p256Text = """
        -----BEGIN EC PARAMETERS-----
        BggqhkjOPQMBBw==
        -----END EC PARAMETERS-----
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEINJs+rw0UGFv0MGfGp5+KdpgR/ytEeh3W9O0adDX7WDEoAoGCCqGSM49
        AwEHoUQDQgAE1IOG3KqIoT6CwUsn7pm9OWtk2djHNk9yqvtDrkvrxplFEmEr9JbL
        BGc8lsXF+WVUSM+jDxbVBH0LYjru1bynLg==
        -----END EC PRIVATE KEY-----
        """
    static let other = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIGdxCuGTnaY6QeHL2rKx1WE/rjSz73Ohs66sdHjv3OrG
        -----END PRIVATE KEY-----
        """
    static let publicOnly = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA46/h8/RSJB1IG+36r1jtH3KG62C6WWZ3CKvU895/c/c=
        -----END PUBLIC KEY-----
        """
}

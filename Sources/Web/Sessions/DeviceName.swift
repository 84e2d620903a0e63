internal import Domain

/// What a browser calls itself, in words that its owner recognises: "Firefox su Windows".
struct DeviceName: Hashable {
    let browser: String?
    let system: String?

    init(_ userAgent: String?) {
        let text = userAgent ?? ""
        browser = DeviceName.browsers.first { text.contains($0.mark) }?.name
        system = DeviceName.systems.first { text.contains($0.mark) }?.name
    }

    func text(_ words: Words) -> String {
        switch (browser, system) {
        case (nil, nil): words(.unknownDevice)
        case (let browser, nil): browser ?? words(.unknownBrowser)
        case (let browser, let system?): "\(browser ?? words(.unknownBrowser)) \(words(.onDevice)) \(system)"
        }
    }

    // The order matters: most browsers also name those that they want to be taken for.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"), ("curl/", "curl"),
    ].map { (mark: $0.0, name: $0.1) }

    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ].map { (mark: $0.0, name: $0.1) }
}

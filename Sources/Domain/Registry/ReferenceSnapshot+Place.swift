extension ReferenceSnapshot {
    /// Where a municipality lies: as it was on the day, or else as it was last, since registers follow mergers late.
    public func place(ofMunicipality code: String, on day: Day) -> Branch.Place? {
        guard let found = municipality(code, on: day) ?? municipality(code) else { return nil }
        return Branch.Place(
            province: found.province,
            region: found.region ?? region(ofProvince: found.province)?.code ?? "",
            latitude: found.position?.latitude,
            longitude: found.position?.longitude
        )
    }
}

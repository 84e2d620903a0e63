public import Persistence

/// All tables, feature by feature: a released migration never changes, a new one goes at the end of its feature's.
public enum Schema {
    public static var migrations: [Migration] {
        ReferenceSchema.migrations + RegistrySchema.migrations + AccessSchema.migrations + CitizensSchema.migrations
            + PactsSchema.migrations + VacanciesSchema.migrations + InterestsSchema.migrations
            + AuditSchema.migrations + ChangesSchema.migrations + OutboxSchema.migrations
            + VacancyUploadsSchema.migrations + SessionsSchema.migrations + QuotasSchema.migrations
            + KeptFormsSchema.migrations + SightingsSchema.migrations
            + SuperUsersSchema.migrations + InstallationSchema.migrations + SavedSearchesSchema.migrations
            + VocabularySchema.migrations + ExportsSchema.migrations
            + VacancyLoadsSchema.migrations + AnnotationsSchema.migrations
            + APIClientsSchema.migrations + AccessTokenKeysSchema.migrations
    }
}

public import Persistence

/// All tables, in the order in which they came to be: a released migration never changes, a new one goes at the end.
public enum Schema {
    public static var migrations: [Migration] {
        ReferenceSchema.migrations + RegistrySchema.migrations + AccessSchema.migrations + CitizensSchema.migrations
            + PactsSchema.migrations + VacanciesSchema.migrations + InterestsSchema.migrations
            + AuditSchema.migrations + ChangesSchema.migrations + OutboxSchema.migrations
            + VacancyUploadsSchema.migrations
    }
}

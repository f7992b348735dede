package org.accord.instance;

import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database up to this Accord, and leaves that of a newer one alone, which Flyway by itself would use. */
@Component
class DatabaseVersion implements FlywayMigrationStrategy {

    private static final Set<MigrationState> NEWER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    @Override
    public void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().applied())
                .filter(step -> NEWER.contains(step.getState()))
                .reduce((one, last) -> last)
                .ifPresent(DatabaseVersion::refuse);
        flyway.migrate();
    }

    private static void refuse(MigrationInfo step) {
        throw new MisconfiguredException(
                "The database was written by a newer Accord: it holds the step " + step.getVersion() + " ("
                        + step.getDescription() + "), which this Accord does not know. Nothing was changed.",
                "Start the newer Accord, or point spring.datasource.url at a copy of the database from before the update.");
    }
}

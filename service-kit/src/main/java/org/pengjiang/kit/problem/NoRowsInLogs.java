package org.pengjiang.kit.problem;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every line of every logger passes here, also those of Hibernate, Narayana, Flyway and the scheduler: what they log of a
 * failure of the database quotes no row. The handlers name it in {@code microprofile-config.properties}.
 */
@LoggingFilter(name = "no-rows")
public final class NoRowsInLogs implements Filter {
    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getThrown() != null) {
            line.setThrown(DatabaseFailure.withoutRow(line.getThrown()));
        }
        @Nullable Object[] parameters = line.getParameters();
        for (int i = 0; parameters != null && i < parameters.length; i++) {
            if (parameters[i] instanceof Throwable failure) {
                parameters[i] = DatabaseFailure.describe(failure);
            }
        }
        return true;
    }
}

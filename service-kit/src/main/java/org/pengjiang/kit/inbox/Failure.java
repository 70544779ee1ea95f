package org.pengjiang.kit.inbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Whose fault a failure is. An event is never parked because the database was away. */
final class Failure {
    /** Connection, resources, operator intervention (PostgreSQL, appendix A). */
    private static final Set<String> SERVER_CLASSES = Set.of("08", "53", "57");

    private Failure() {}

    static boolean isOfTheServer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLRecoverableException || cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException e
                    && e.getSQLState() != null
                    && SERVER_CLASSES.contains(e.getSQLState().substring(0, 2))
                    // a statement that ran out of its time is the handler's own
                    && !"57014".equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

package org.pengjiang.kit.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a failure says that there is no connection to the database that can be worked with: it is away, it ends, it only
 * reads (a standby, after a failover), or the pool has none to give.
 */
public final class DatabaseAway {
    /** What the pool says in a bare SQLException, without a state of its own. */
    private static final Set<String> POOL_SAYS = Set.of(
            "Sorry, acquisition timeout!",
            "Acquisition timeout while waiting for new connection",
            "Acquisition timeout on health check",
            "Interrupted while acquiring",
            "Can't create new connection as the pool is shutting down",
            "This pool is closed and does not handle any more connections!");

    /** Read-only transaction: no statement of the services asks for one. */
    private static final String ONLY_READS = "25006";

    private DatabaseAway() {}

    /** Looks at this one failure, not at its causes. */
    public static boolean isMeantBy(Throwable failure) {
        if (!(failure instanceof SQLException e)) {
            return false;
        }
        String message = e.getMessage();
        return isMeantBy(e.getSQLState())
                || (e.getSQLState() == null && message != null && POOL_SAYS.contains(message));
    }

    /** Class 08: no connection; 53: out of resources; 57P0x: the server shuts down; 25006: it only reads. */
    static boolean isMeantBy(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P0")
                        || state.equals(ONLY_READS));
    }
}

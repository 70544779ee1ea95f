package org.pengjiang.kit.inbox;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DatabaseAway;

/** Whether the same event may succeed later. SQLSTATE values are those of PostgreSQL's documentation, appendix A. */
enum Failure {
    /** The database is away, only reads or refuses work, or the pool has no connection: no event can be applied now. */
    SERVER,
    /** Other transactions were in the way, or the database was slow: the same statement may succeed later. */
    TEMPORARY,
    /** The event or its handler is at fault. */
    LASTING;

    /** Connection exceptions, insufficient resources, operator intervention. */
    private static final Set<String> SERVER_CLASSES = Set.of("08", "53", "57");
    /** Lock not available, query cancelled (by a timeout), idle-in-transaction timeout, transaction timeout. */
    private static final Set<String> TEMPORARY_STATES = Set.of("55P03", "57014", "25P03", "25P04");
    /** Deadlock, serialization failure and whatever else rolls a transaction back for the sake of another. */
    private static final String ROLLBACK_CLASS = "40";

    /** The most lenient answer that any exception of the tree gives. */
    static Failure of(Throwable failure) {
        Failure found = LASTING;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        visit(failure, seen, open);
        while (!open.isEmpty()) {
            Throwable next = open.removeFirst();
            Failure one = ofOne(next);
            found = one.compareTo(found) < 0 ? one : found;
            visit(next.getCause(), seen, open);
            for (Throwable suppressed : next.getSuppressed()) {
                visit(suppressed, seen, open);
            }
            if (next instanceof SQLException e) {
                visit(e.getNextException(), seen, open);
            }
        }
        return found;
    }

    private static void visit(@Nullable Throwable failure, Set<Throwable> seen, Deque<Throwable> open) {
        if (failure != null && seen.add(failure)) {
            open.add(failure);
        }
    }

    private static Failure ofOne(Throwable failure) {
        if (failure instanceof SQLRecoverableException
                || failure instanceof SQLTransientConnectionException
                || DatabaseAway.isMeantBy(failure)) {
            return SERVER;
        }
        if (failure instanceof SQLException e) {
            return ofState(e.getSQLState());
        }
        return failure instanceof OptimisticLockException ? TEMPORARY : LASTING;
    }

    private static Failure ofState(@Nullable String state) {
        if (state == null) {
            // the driver always names a state; what the pool says besides that it has no connection, nobody knows
            return TEMPORARY;
        }
        if (TEMPORARY_STATES.contains(state) || state.startsWith(ROLLBACK_CLASS)) {
            return TEMPORARY;
        }
        return SERVER_CLASSES.stream().anyMatch(state::startsWith) ? SERVER : LASTING;
    }
}

package org.pengjiang.kit.log.access;

import java.util.Optional;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * Who is involved in a subject and so sees its RESTRICTED rows. Declare an application-scoped bean for each type of aggregate
 * that has such rows. Without one only supervision sees them, and the parties that a row names.
 *
 * <p>It is asked when rows are read, not when they are written: whoever takes over an aggregate later sees what was written
 * before, and whoever gave it away no longer does, unless the condition says so.
 */
public interface Involvement {
    /**
     * A condition over a log row {@code l} ({@code l.subject}, {@code l.occurred_at} …), true where this caller is involved.
     * Feeds ask it for each RESTRICTED row that they pass, so it finds the subject by an index. Empty for a caller who is
     * involved in nothing.
     */
    Optional<SqlCondition> of(Caller caller);
}

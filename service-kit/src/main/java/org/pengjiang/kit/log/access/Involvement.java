package org.pengjiang.kit.log.access;

import java.util.List;
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

    /**
     * A condition over a log row {@code l}, true where the subject is kept from this caller altogether, supervision or not. Each row that
     * is passed asks it, so it names the subjects by a query of its own that does not depend on the row. Empty where nothing is.
     */
    default Optional<SqlCondition> concealed(Caller caller) {
        return Optional.empty();
    }

    /** A condition over a log row {@code l}, true where the subject lies outside of the caller's division and is shown to them all the same. */
    default Optional<SqlCondition> elsewhere(Caller caller) {
        return Optional.empty();
    }

    /**
     * A condition over a log row {@code l}, true where this caller is not told which party the subject is of, so that the account of a
     * person of that party is not shown to them. Supervision is asked too. Empty where nothing is hidden.
     */
    default Optional<SqlCondition> hidesParty(Caller caller) {
        return Optional.empty();
    }

    /** What only those involved and supervision are shown. */
    default Optional<Withheld> withheld() {
        return Optional.empty();
    }

    /**
     * What those who are not involved are shown of the rows of one type of subject. What a new event says is withheld until it is named.
     *
     * @param shown members of the data, such as {@code state}
     * @param hidden types of rows that are not shown at all
     */
    record Withheld(String subjectType, List<String> shown, List<String> hidden) {}
}

package org.pengjiang.kit.log.feed;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.RowAccess;

/**
 * Where in the log a caller's feed is read and what is kept of it. A party reads the rows that name it, wherever they lie;
 * everyone else those of the own division and below.
 *
 * @param index what the order is read by, an equality that an index starts with; {@code true} for all of the log
 * @param filter what each row {@code l} has to satisfy
 */
record Visibility(SqlCondition index, SqlCondition filter, RowAccess access) {

    /** Empty for a caller who sees nothing. */
    static Optional<Visibility> of(
            Caller caller, RowAccess access, Supplier<Optional<SqlCondition>> elsewhere, Set<String> types) {
        SqlCondition wanted = types.isEmpty()
                ? access.rows()
                : SqlCondition.of("l.type = ANY (?)", (Object) types.toArray(String[]::new))
                        .and(access.rows());
        return access.party()
                .map(party -> new Visibility(SqlCondition.of("p.party = ?", party), wanted, access))
                .or(() -> ofDivision(caller, elsewhere.get(), wanted, access));
    }

    /** With what lies elsewhere: then all of the log is walked. */
    private static Optional<Visibility> ofDivision(
            Caller caller, Optional<SqlCondition> outside, SqlCondition wanted, RowAccess access) {
        Optional<DivisionCode> root = caller.scope().root();
        return outside.map(elsewhere -> new Visibility(
                        SqlCondition.of("true"),
                        root.map(place -> SqlCondition.of("starts_with(l.division, ?)", place.value())
                                        .or(elsewhere))
                                .orElse(elsewhere)
                                .and(wanted),
                        access))
                .or(() -> root.map(place -> within(place, wanted, access)));
    }

    private static Visibility within(DivisionCode root, SqlCondition wanted, RowAccess access) {
        boolean inOneDistrict = root.level().compareTo(DivisionLevel.DISTRICT) >= 0;
        return new Visibility(
                inOneDistrict
                        ? SqlCondition.of("l.district = ?", root.value().substring(0, DivisionLevel.DISTRICT.digits()))
                        : SqlCondition.of("true"),
                // both codes end at a level, so equal leading digits are equal leading levels
                SqlCondition.of("starts_with(l.division, ?)", root.value()).and(wanted),
                access);
    }

    /** Whether the order of {@code event_log_party p} is read. */
    boolean byParty() {
        return access.party().isPresent();
    }
}

package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.Involvement;

/**
 * Who reads what the offices write to each other about an appeal: whoever handles it now, all of it; an earlier handler, what
 * was written while they handled it; the centre, call-back and leaders. Supervision reads it by its permission. Of other rows everybody
 * else of the division reads what happened, and not to whom; of an appeal about a unit its people read nothing.
 */
@ApplicationScoped
class InvolvedInAppeals implements Involvement {
    private static final String HANDLES = """
            EXISTS (SELECT FROM appeal_involvement i JOIN appeal a ON a.id = i.appeal_id
                     WHERE i.appeal_id = l.subject AND %s
                       AND (i.to_at IS NULL OR l.occurred_at >= i.from_at AND l.occurred_at < i.to_at)
                       AND (a.open OR EXISTS (SELECT FROM assignment s WHERE s.appeal_id = a.id AND s.ended_at > ?)))""";

    private static final String IN_UNIT = HANDLES.formatted("i.unit = ANY (?) AND i.unit_district = ?");
    private static final String IN_CLASS = HANDLES.formatted("""
            EXISTS (SELECT FROM known_special_class c
                     WHERE c.class_id = i.class_id AND c.open AND (? IN (c.leader, c.head) OR EXISTS (
                         SELECT FROM known_class_member m WHERE m.class_id = c.class_id AND m.account = ?)))""");

    /** With what a partner's system has sent of it. */
    private static final String ABOUT = """
            (l.subject_type = 'appeal' AND l.subject IN (
                 SELECT a.id FROM appeal a WHERE a.about_unit = ANY (?) AND a.about_district = ?)
             OR l.subject_type = 'source-conflict' AND l.subject IN (
                 SELECT c.id FROM appeal a JOIN source_conflict c ON c.appeal_id = a.id
                  WHERE a.about_unit = ANY (?) AND a.about_district = ?))""";

    /** What other offices of the division read: number, place, category, state, times, clocks and handler. */
    private static final List<String> OF_OFFICES = List.of(
            "appealId",
            "appealNo",
            "divisionCode",
            "state",
            "open",
            "round",
            "category",
            "timeClass",
            "supervisionLevel",
            "handlerKind",
            "accountableUnit",
            "receivedAt",
            "acceptedAt",
            "dispatchedAt",
            "signedAt",
            "returnedAt",
            "ruledAt",
            "contactedAt",
            "pausedAt",
            "resumedAt",
            "plannedAt",
            "until",
            "cause",
            "repliedAt",
            "ratedAt",
            "calledAt",
            "verifiedAt",
            "closedAt",
            "orderedAt",
            "decidedAt",
            "reopenedAt",
            "withdrawnAt",
            "resubmittedAt",
            "mergedAt",
            "unmergedAt",
            "trackedAt",
            "reportedAt",
            "settledAt",
            "by",
            "contactDueAt",
            "resolveDueAt",
            "signDueAt",
            "inTime",
            "unitAtDue",
            "chargedTo",
            "clockId",
            "clock",
            "family",
            "dueAt",
            "previousDueAt",
            "provisional",
            "percent",
            "level",
            "afterAmount",
            "afterUnit",
            "firedAt",
            "breachedAt",
            "reason",
            "calendarVersion");

    private static final List<String> OF_THOSE_INVOLVED =
            List.of("appeal.message-written.v1", "appeal.files-attached.v1");

    private final ReadingPeriod period;
    private final ClassMemberships classes;

    InvolvedInAppeals(ReadingPeriod period, ClassMemberships classes) {
        this.period = period;
        this.classes = classes;
    }

    @Override
    public Optional<SqlCondition> of(Caller caller) {
        if (!Collections.disjoint(caller.roles(), Roles.IN_ALL)) {
            return Optional.of(SqlCondition.of("l.subject_type = 'appeal'"));
        }
        return Stream.concat(ofUnit(caller).stream(), ofClass(caller).stream()).reduce(SqlCondition::or);
    }

    @Override
    public Optional<SqlCondition> concealed(Caller caller) {
        List<String> units = UnitKey.codesOf(caller);
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SqlCondition.of(ABOUT, units, UnitKey.districtOf(caller), units, UnitKey.districtOf(caller)));
    }

    /** What the caller's special classes handle in other divisions, as in the lists. */
    @Override
    public Optional<SqlCondition> elsewhere(Caller caller) {
        List<UUID> mine = classes.outside(caller);
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(SqlCondition.of(
                        "l.subject_type = 'appeal' AND l.subject IN (SELECT a.id FROM appeal a WHERE a.class_id = ANY (?)"
                                + " AND a." + caller.scope().column() + " IS DISTINCT FROM ?)",
                        mine,
                        caller.scope().value()));
    }

    /** As {@link AppealReader#shows} says of whose it is. */
    @Override
    public Optional<SqlCondition> hidesParty(Caller caller) {
        if (Roles.learnsEveryIdentity(caller)) {
            return Optional.empty();
        }
        SqlCondition open = SqlCondition.of("w.confidentiality = 'OPEN'");
        SqlCondition told = SqlCondition.of("w.submitted_by = ?", caller.subject())
                .or(
                        Roles.readsEveryFile(caller)
                                ? open
                                : open.and(of(caller).orElseGet(() -> SqlCondition.of("false"))));
        return Optional.of(new SqlCondition(
                "l.subject_type = 'appeal' AND NOT EXISTS (SELECT FROM appeal w WHERE w.id = l.subject AND "
                        + told.sql() + ")",
                told.values()));
    }

    @Override
    public Optional<Withheld> withheld() {
        return Optional.of(new Withheld("appeal", OF_OFFICES, OF_THOSE_INVOLVED));
    }

    private Optional<SqlCondition> ofUnit(Caller caller) {
        List<String> units = UnitKey.codesOf(caller);
        return units.isEmpty() || Collections.disjoint(caller.roles(), Roles.OF_UNITS)
                ? Optional.empty()
                : Optional.of(SqlCondition.of(IN_UNIT, units, UnitKey.districtOf(caller), period.closedAfter(caller)));
    }

    private Optional<SqlCondition> ofClass(Caller caller) {
        return Collections.disjoint(caller.roles(), Roles.OF_CLASSES)
                ? Optional.empty()
                : Optional.of(
                        SqlCondition.of(IN_CLASS, caller.subject(), caller.subject(), period.closedAfter(caller)));
    }
}

package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.SqlCondition;

/** What {@link AppealAccess} says of one appeal, as conditions over {@code appeal a}. */
@ApplicationScoped
public class AppealConditions {
    private static final SqlCondition ALWAYS = SqlCondition.of("TRUE");
    /** {@code OFFSET 0}: asked of each line of a page by the index; the planner would read all rows of the unit instead. */
    private static final String HANDLED = """
            (EXISTS (SELECT FROM appeal_involvement i WHERE i.appeal_id = a.id AND %s OFFSET 0)
             AND (a.open OR EXISTS (
                 SELECT FROM assignment s WHERE s.appeal_id = a.id AND s.ended_at > ? OFFSET 0)))""";

    private final ClassMemberships classes;
    private final SourceSystems systems;
    private final ReadingPeriod period;

    AppealConditions(ClassMemberships classes, SourceSystems systems, ReadingPeriod period) {
        this.classes = classes;
        this.systems = systems;
        this.period = period;
    }

    /** What the caller is shown of an appeal in which they are involved. */
    public FieldView view(Caller caller) {
        if (Party.isOutsider(caller)) {
            return FieldView.ENTERPRISE;
        }
        if (!Party.isOfficial(caller)) {
            return FieldView.PARTNER;
        }
        return Roles.readsEveryFile(caller) && !Roles.worksOnEveryAppeal(caller)
                ? FieldView.SUPERVISION
                : FieldView.HANDLER;
    }

    /** What a partner's systems have filed, each by its index, and what the account has filed for no registered one. */
    public List<SqlCondition> ofPartner(Caller partner) {
        List<SqlCondition> parts = new ArrayList<>();
        for (String system : systems.codesOf(partner)) {
            parts.add(SqlCondition.of("a.source = 'PARTNER' AND a.source_system = ?", system));
        }
        parts.add(SqlCondition.of(
                "a.source = 'PARTNER' AND a.submitted_by = ?"
                        + " AND NOT EXISTS (SELECT FROM source_system s WHERE s.code = a.source_system)",
                partner.subject()));
        return parts;
    }

    /** Not about a unit of the caller. */
    public SqlCondition notAbout(Caller caller) {
        List<String> units = UnitKey.codesOf(caller);
        return units.isEmpty()
                ? ALWAYS
                : SqlCondition.of(
                        "(a.about_unit IS NULL OR a.about_district <> ? OR a.about_unit <> ALL (?))",
                        UnitKey.districtOf(caller),
                        units);
    }

    /** Where the caller is involved, so that they read what was filed. */
    public SqlCondition involved(Caller caller) {
        if (!Party.isOfficial(caller) || Roles.readsEveryFile(caller)) {
            return ALWAYS;
        }
        List<SqlCondition> parts = new ArrayList<>(List.of(SqlCondition.of("a.submitted_by = ?", caller.subject())));
        List<String> units = UnitKey.codesOf(caller);
        if (!units.isEmpty() && !Collections.disjoint(caller.roles(), Roles.OF_UNITS)) {
            parts.add(SqlCondition.of(
                    HANDLED.formatted("i.unit = ANY (?) AND i.unit_district = ?"),
                    units,
                    UnitKey.districtOf(caller),
                    period.closedAfter(caller)));
        }
        List<UUID> mine = Collections.disjoint(caller.roles(), Roles.OF_CLASSES) ? List.of() : classes.of(caller);
        if (!mine.isEmpty()) {
            parts.add(SqlCondition.of(HANDLED.formatted("i.class_id = ANY (?)"), mine, period.closedAfter(caller)));
        }
        return parts.stream().reduce(SqlCondition::or).orElseThrow();
    }

    /** Where they learn whose appeal it is, given that they are involved. */
    public SqlCondition learnsWhose(Caller caller) {
        return Roles.learnsEveryIdentity(caller)
                ? ALWAYS
                : SqlCondition.of("(a.confidentiality = 'OPEN' OR a.submitted_by = ?)", caller.subject());
    }

    /** What a unit of the caller handles now, in their division. */
    public Optional<SqlCondition> atUnit(Caller caller, String code) {
        return Collections.disjoint(caller.roles(), Roles.OF_UNITS)
                        || caller.scope().root().isEmpty()
                ? Optional.empty()
                : Optional.of(SqlCondition.of(
                        "a.accountable_unit = ? AND a." + caller.scope().column() + " = ?"
                                + " AND EXISTS (SELECT FROM appeal_involvement i WHERE i.appeal_id = a.id"
                                + " AND i.to_at IS NULL AND i.capacity = 'HANDLER' AND i.unit = a.accountable_unit"
                                + " AND i.unit_district = ? OFFSET 0)",
                        code,
                        caller.scope().value(),
                        UnitKey.districtOf(caller)));
    }

    /** What units of the caller help with now: few, and found by an index of their own. */
    public Optional<SqlCondition> helpedByUnit(Caller caller) {
        List<String> units = UnitKey.codesOf(caller);
        return units.isEmpty() || Collections.disjoint(caller.roles(), Roles.OF_UNITS)
                ? Optional.empty()
                : Optional.of(SqlCondition.of(
                        "a.id IN (SELECT i.appeal_id FROM appeal_involvement i WHERE i.capacity = 'CO_HANDLER'"
                                + " AND i.to_at IS NULL AND i.unit_district = ? AND i.unit = ANY (?))",
                        UnitKey.districtOf(caller),
                        units));
    }
}

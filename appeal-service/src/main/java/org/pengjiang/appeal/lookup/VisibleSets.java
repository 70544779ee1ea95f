package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.access.ClassMemberships;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * The sets of appeals a caller's lists are made of: disjoint, and each with an index that ends with the list's order. No
 * source, nothing to see. What {@link AppealAccess} says of one appeal, they say of all.
 */
@ApplicationScoped
class VisibleSets {
    private final ClassMemberships myClasses;
    private final AppealConditions conditions;

    VisibleSets(ClassMemberships myClasses, AppealConditions conditions) {
        this.myClasses = myClasses;
        this.conditions = conditions;
    }

    /** Everything the caller may see: an enterprise its own, a partner's system what it has filed, neither anything by division. */
    List<SqlCondition> visible(Caller caller) {
        if (Party.isOutsider(caller)) {
            return own(caller);
        }
        if (!Party.isOfficial(caller)) {
            return conditions.ofPartner(caller);
        }
        List<SqlCondition> sources = new ArrayList<>();
        caller.scope().root().ifPresent(root -> sources.add(within(caller.scope())));
        mineElsewhere(caller, elsewhere(caller.scope())).ifPresent(sources::add);
        return notAbout(caller, sources);
    }

    /** What waits for the caller or for a colleague of the same unit or class; for enterprises and partners there is none. */
    List<SqlCondition> inbox(Caller caller) {
        if (!Party.isOfficial(caller)) {
            return List.of();
        }
        List<SqlCondition> sources = new ArrayList<>();
        SqlCondition notOfUnit = SqlCondition.of("a.open");
        for (String unit : UnitKey.codesOf(caller)) {
            SqlCondition atUnit = conditions.atUnit(caller, unit).orElse(null);
            if (atUnit != null) {
                sources.add(SqlCondition.of("a.open").and(atUnit));
                notOfUnit = notOfUnit.and(atUnit.negated());
            }
        }
        SqlCondition helped = conditions.helpedByUnit(caller).orElse(null);
        if (helped != null) {
            sources.add(notOfUnit.and(helped));
            notOfUnit = notOfUnit.and(helped.negated());
        }
        mineElsewhere(caller, notOfUnit).ifPresent(sources::add);
        if (caller.hasRole(Roles.DISPATCHER) && caller.scope().root().isPresent()) {
            sources.add(SqlCondition.of("a.state IN ('SUBMITTED', 'PENDING_DISPATCH')")
                    .and(within(caller.scope())));
        }
        return notAbout(caller, sources);
    }

    private List<SqlCondition> notAbout(Caller caller, List<SqlCondition> sources) {
        SqlCondition notAbout = conditions.notAbout(caller);
        return sources.stream().map(source -> source.and(notAbout)).toList();
    }

    private static List<SqlCondition> own(Caller caller) {
        return Party.of(caller).map(party -> SqlCondition.of("a.enterprise = ?", party.creditCode())).stream()
                .toList();
    }

    private Optional<SqlCondition> mineElsewhere(Caller caller, SqlCondition elsewhere) {
        List<UUID> classes = myClasses.of(caller);
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(SqlCondition.of("a.class_id = ANY (?)", (Object) classes.toArray(UUID[]::new))
                        .and(elsewhere));
    }

    private static SqlCondition within(DivisionScope scope) {
        return SqlCondition.of("a." + scope.column() + " = ?", scope.value());
    }

    private static SqlCondition elsewhere(DivisionScope scope) {
        return SqlCondition.of("a." + scope.column() + " IS DISTINCT FROM ?", scope.value());
    }

    /** What the cursor of a list is sealed with: another caller's place in the list is none of this one's. */
    static Object seal(Caller caller) {
        if (!Party.isOfficial(caller)) {
            return Party.of(caller).map(Party::creditCode).orElse(caller.subject());
        }
        return caller.scope().root().map(DivisionCode::value).orElse("-");
    }
}

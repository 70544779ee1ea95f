package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.Involvement;

/**
 * Who reads what the offices write to each other about an appeal: whoever handles it now, all of it; an earlier handler, what
 * was written while they handled it; the centre, call-back and leaders. Supervision reads it by its permission.
 */
@ApplicationScoped
class InvolvedInAppeals implements Involvement {
    private static final Set<String> IN_ALL = Set.of(Roles.DISPATCHER, Roles.CALLBACK_OFFICER, Roles.LEADER);

    /** {@code %1$s} names the handler in both tables, {@code %2$s} says that the caller belongs to it. */
    private static final String HANDLES = """
            EXISTS (SELECT FROM assignment s JOIN appeal a ON a.id = s.appeal_id
                     WHERE s.appeal_id = l.subject AND %2$s
                       AND (s.%1$s = a.%1$s OR l.occurred_at >= s.assigned_at AND l.occurred_at < s.ended_at))""";

    private static final String IN_UNIT = HANDLES.formatted("accountable_unit", "s.accountable_unit = ANY (?)");
    private static final String IN_CLASS = HANDLES.formatted("class_id", """
            EXISTS (SELECT FROM known_special_class c
                     WHERE c.class_id = s.class_id AND c.open AND (? IN (c.leader, c.head) OR EXISTS (
                         SELECT FROM known_class_member m WHERE m.class_id = c.class_id AND m.account = ?)))""");

    @Override
    public Optional<SqlCondition> of(Caller caller) {
        if (!Collections.disjoint(caller.roles(), IN_ALL)) {
            return Optional.of(SqlCondition.of("l.subject_type = 'appeal'"));
        }
        return Stream.concat(ofUnit(caller).stream(), ofClass(caller).stream()).reduce(SqlCondition::or);
    }

    private static Optional<SqlCondition> ofUnit(Caller caller) {
        return caller.claims("unit").isEmpty() || Collections.disjoint(caller.roles(), CallerCapacities.UNIT_ROLES)
                ? Optional.empty()
                : Optional.of(
                        SqlCondition.of(IN_UNIT, (Object) caller.claims("unit").toArray(String[]::new)));
    }

    private static Optional<SqlCondition> ofClass(Caller caller) {
        return Collections.disjoint(caller.roles(), CallerCapacities.CLASS_ROLES)
                ? Optional.empty()
                : Optional.of(SqlCondition.of(IN_CLASS, caller.subject(), caller.subject()));
    }
}

package org.pengjiang.appeal.lookup;

import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Which log rows {@code l} tell of a caller's inbox: what happened to an appeal while it lay there, and what took it away. */
final class InboxChanges {
    private static final String WHILE_ASSIGNED = """
            EXISTS (SELECT FROM assignment s JOIN appeal a ON a.id = s.appeal_id
                     WHERE s.appeal_id = l.subject AND %s
                       AND l.occurred_at >= s.assigned_at AND (s.ended_at IS NULL OR l.occurred_at <= s.ended_at))""";

    private static final String TO_UNIT = WHILE_ASSIGNED.formatted("s.accountable_unit = ? AND a.%s = ?");

    private static final String TO_CLASS = WHILE_ASSIGNED.formatted("""
            EXISTS (SELECT FROM known_special_class c
                     WHERE c.class_id = s.class_id AND c.open AND (? IN (c.leader, c.head) OR EXISTS (
                         SELECT FROM known_class_member m WHERE m.class_id = c.class_id AND m.account = ?)))""");

    private static final String WAITING = """
            EXISTS (SELECT FROM appeal a WHERE a.id = l.subject AND a.%s = ?
                       AND (a.state IN ('SUBMITTED', 'PENDING_DISPATCH') OR l.type = 'appeal.dispatched.v1'))""";

    private InboxChanges() {}

    /** As {@link VisibleSets#inbox} has it. */
    static SqlCondition of(Caller caller) {
        if (Party.isOutsider(caller)) {
            return SqlCondition.of("false");
        }
        List<SqlCondition> parts = new ArrayList<>();
        parts.add(SqlCondition.of(TO_CLASS, caller.subject(), caller.subject()));
        DivisionScope scope = caller.scope();
        if (scope.root().isPresent()) {
            caller.claim("unit")
                    .filter(unit -> caller.hasRole(Roles.UNIT_CLERK) || caller.hasRole(Roles.UNIT_HEAD))
                    .ifPresent(
                            unit -> parts.add(SqlCondition.of(TO_UNIT.formatted(scope.column()), unit, scope.value())));
            if (caller.hasRole(Roles.DISPATCHER)) {
                parts.add(SqlCondition.of(WAITING.formatted(scope.column()), scope.value()));
            }
        }
        return SqlCondition.of("l.subject_type = 'appeal'")
                .and(parts.stream().reduce(SqlCondition::or).orElseThrow());
    }
}

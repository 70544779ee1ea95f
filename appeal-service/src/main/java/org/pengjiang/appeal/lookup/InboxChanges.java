package org.pengjiang.appeal.lookup;

import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.SqlCondition;

/** Which log rows {@code l} tell of a caller's inbox: what happened to an appeal while it lay there, and what took it away. */
final class InboxChanges {
    private static final String WHILE_ASSIGNED = """
            EXISTS (SELECT FROM appeal_involvement i JOIN appeal a ON a.id = i.appeal_id
                     WHERE i.appeal_id = l.subject AND %s
                       AND l.occurred_at >= i.from_at AND (i.to_at IS NULL OR l.occurred_at <= i.to_at)
                       AND (a.open OR l.occurred_at <= (
                           SELECT max(s.ended_at) FROM assignment s WHERE s.appeal_id = a.id)))""";

    private static final String TO_UNIT =
            WHILE_ASSIGNED.formatted("i.unit = ANY (?) AND i.unit_district = ? AND a.%s = ?");

    private static final String TO_CLASS = WHILE_ASSIGNED.formatted("""
            EXISTS (SELECT FROM known_special_class c
                     WHERE c.class_id = i.class_id AND c.open AND (? IN (c.leader, c.head) OR EXISTS (
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
            if (caller.hasRole(Roles.UNIT_CLERK) || caller.hasRole(Roles.UNIT_HEAD)) {
                parts.add(SqlCondition.of(
                        TO_UNIT.formatted(scope.column()),
                        UnitKey.codesOf(caller),
                        UnitKey.districtOf(caller),
                        scope.value()));
            }
            if (caller.hasRole(Roles.DISPATCHER)) {
                parts.add(SqlCondition.of(WAITING.formatted(scope.column()), scope.value()));
            }
        }
        return SqlCondition.of("l.subject_type = 'appeal'")
                .and(parts.stream().reduce(SqlCondition::or).orElseThrow());
    }
}

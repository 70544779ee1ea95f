package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopy;
import org.pengjiang.kit.identity.Caller;

/** As whom a caller acts on one appeal. In a special class the account counts, whatever its office. */
@ApplicationScoped
public class CallerCapacities {
    static final Set<String> UNIT_ROLES = Set.of(Roles.UNIT_CLERK, Roles.UNIT_HEAD);
    static final Set<String> CLASS_ROLES = Set.of(
            Roles.UNIT_CLERK,
            Roles.UNIT_HEAD,
            Roles.TEAM_MEMBER,
            Roles.TEAM_CAPTAIN,
            Roles.PROMOTION_OFFICE,
            Roles.LEADER);

    private final SpecialClassCopies classes;

    CallerCapacities(SpecialClassCopies classes) {
        this.classes = classes;
    }

    public Set<Capacity> on(Appeal appeal, Caller caller) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        Optional<SpecialClassCopy> handling =
                appeal.handler().map(Handler::classId).flatMap(classes::find);
        boolean inClass = handling.filter(known -> known.has(caller.subject())).isPresent();
        boolean inUnit = appeal.handler()
                .filter(handler -> caller.claims("unit").contains(handler.accountableUnit()))
                .isPresent();
        if (inUnit && caller.roles().stream().anyMatch(UNIT_ROLES::contains)) {
            capacities.add(Capacity.HANDLER);
            if (caller.hasRole(Roles.UNIT_HEAD)) {
                capacities.add(Capacity.HEAD);
            }
        }
        if (inClass && caller.roles().stream().anyMatch(CLASS_ROLES::contains)) {
            capacities.add(Capacity.HANDLER);
            handling.filter(known -> known.isLedBy(caller.subject())).ifPresent(led -> capacities.add(Capacity.HEAD));
        }
        // nobody judges his own work: raters and call-back never belong to whoever handled it
        boolean stranger = !inUnit && !inClass;
        if (stranger && AppealAccess.isOwn(appeal, caller)) {
            capacities.add(Capacity.ENTERPRISE);
        }
        if (stranger && caller.hasRole(Roles.CALLBACK_OFFICER)) {
            capacities.add(Capacity.CALLBACK);
        }
        if (caller.hasRole(Roles.DISPATCHER)) {
            capacities.add(Capacity.CENTRE);
        }
        if (caller.hasRole(Roles.SUPERVISOR)) {
            capacities.add(Capacity.SUPERVISOR);
        }
        if (caller.hasRole(Roles.LEADER)) {
            capacities.add(Capacity.LEADER);
        }
        return capacities;
    }
}

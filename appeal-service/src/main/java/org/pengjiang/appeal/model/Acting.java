package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.kit.identity.Caller;

/** As whom a caller acts on one appeal. In a special class the account counts, whatever its office. */
@ApplicationScoped
public class Acting {
    static final Set<String> UNIT_ROLES = Set.of(Roles.UNIT_CLERK, Roles.UNIT_HEAD);
    static final Set<String> CLASS_ROLES = Set.of(
            Roles.UNIT_CLERK,
            Roles.UNIT_HEAD,
            Roles.TEAM_MEMBER,
            Roles.TEAM_CAPTAIN,
            Roles.PROMOTION_OFFICE,
            Roles.LEADER);

    private final KnownSpecialClasses classes;

    Acting(KnownSpecialClasses classes) {
        this.classes = classes;
    }

    public Set<Actor> on(Appeal appeal, Caller caller) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        Optional<KnownSpecialClass> handling =
                appeal.handler().map(Handler::classId).flatMap(classes::find);
        boolean inClass = handling.filter(known -> known.has(caller.subject())).isPresent();
        boolean inUnit = appeal.handler()
                .filter(handler -> caller.claims("unit").contains(handler.accountableUnit()))
                .isPresent();
        if (inUnit && caller.roles().stream().anyMatch(UNIT_ROLES::contains)) {
            actors.add(Actor.HANDLER);
            if (caller.hasRole(Roles.UNIT_HEAD)) {
                actors.add(Actor.HEAD);
            }
        }
        if (inClass && caller.roles().stream().anyMatch(CLASS_ROLES::contains)) {
            actors.add(Actor.HANDLER);
            handling.filter(known -> known.isLedBy(caller.subject())).ifPresent(led -> actors.add(Actor.HEAD));
        }
        // nobody judges his own work: raters and call-back never belong to whoever handled it
        boolean stranger = !inUnit && !inClass;
        if (stranger && Sight.isOwn(appeal, caller)) {
            actors.add(Actor.ENTERPRISE);
        }
        if (stranger && caller.hasRole(Roles.CALLBACK_OFFICER)) {
            actors.add(Actor.CALLBACK);
        }
        if (caller.hasRole(Roles.DISPATCHER)) {
            actors.add(Actor.CENTRE);
        }
        if (caller.hasRole(Roles.SUPERVISOR)) {
            actors.add(Actor.SUPERVISOR);
        }
        if (caller.hasRole(Roles.LEADER)) {
            actors.add(Actor.LEADER);
        }
        return actors;
    }
}

package org.pengjiang.appeal.model.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopy;
import org.pengjiang.appeal.model.policy.EscalationRecipient;
import org.pengjiang.kit.tasks.Assignee;

/**
 * Whoever handles an appeal, as tasks know people: the clerks and heads of a unit by role, the people of a special class by
 * account. The accountable unit of a class answers with it.
 */
@ApplicationScoped
public class Handlers {
    private final SpecialClassCopies classes;
    private final Clock clock;

    Handlers(SpecialClassCopies classes, Clock clock) {
        this.classes = classes;
        this.clock = clock;
    }

    /** Who has to act before this clock is due: the centre until somebody handles the appeal. */
    public List<Assignee> owing(Appeal appeal, SlaClock clock) {
        return switch (clock.type()) {
            case OBJECTION_RULING, RULING, VERIFICATION -> List.of(Assignee.role(Roles.SUPERVISOR));
            case CALLBACK -> List.of(Assignee.role(Roles.CALLBACK_OFFICER));
            case DECISION -> List.of(Assignee.role(Roles.LEADER));
            case EMERGENCY -> List.of(Assignee.role(Roles.DISPATCHER));
            case COTASK, ARRIVAL -> ofUnit(clock);
            default -> ofHandler(appeal, clock.type());
        };
    }

    private static List<Assignee> ofUnit(SlaClock clock) {
        return clock.unitCode()
                .map(unit -> Assignee.role(Roles.UNIT_CLERK, Roles.UNIT_HEAD).of(unit))
                .map(List::of)
                .orElse(List.of());
    }

    private List<Assignee> ofHandler(Appeal appeal, ClockType clock) {
        if (appeal.handler().isEmpty()) {
            return List.of(Assignee.role(Roles.DISPATCHER));
        }
        return clock == ClockType.REVIEW ? heading(appeal) : handling(appeal);
    }

    /** Those of the told who have nothing to do with an appeal until it is late: the heads, the supervision, the leader. */
    public List<Assignee> pressed(Appeal appeal, Set<EscalationRecipient> told) {
        List<Assignee> pressed = new ArrayList<>();
        if (told.contains(EscalationRecipient.SUPERVISOR)) {
            pressed.add(Assignee.role(Roles.SUPERVISOR));
        }
        if (told.contains(EscalationRecipient.LEADER)) {
            pressed.add(Assignee.role(Roles.LEADER));
        }
        if (told.contains(EscalationRecipient.HEAD)) {
            pressed.addAll(heading(appeal));
        }
        return pressed;
    }

    /** Whom the head has named and the heads; where nobody is named, everybody of the handler. */
    public List<Assignee> handling(Appeal appeal) {
        return appeal.inCharge()
                .map(person -> Stream.concat(
                                person.on(LocalDate.now(clock)).stream().map(Assignee::account),
                                heading(appeal).stream())
                        .distinct()
                        .toList())
                .orElseGet(() -> everybody(appeal));
    }

    private List<Assignee> everybody(Appeal appeal) {
        return people(appeal, SpecialClassCopy::accounts, Roles.UNIT_CLERK, Roles.UNIT_HEAD);
    }

    public List<Assignee> heading(Appeal appeal) {
        return people(appeal, SpecialClassCopy::leaders, Roles.UNIT_HEAD);
    }

    private List<Assignee> people(
            Appeal appeal, Function<SpecialClassCopy, Set<String>> accounts, String... rolesOfUnit) {
        Handler handler = appeal.handler().orElse(null);
        if (handler == null) {
            return List.of();
        }
        Stream<Assignee> unit = Stream.of(Assignee.role(rolesOfUnit).of(handler.accountableUnit()));
        Stream<Assignee> members = handler.kind() == HandlerKind.SPECIAL_CLASS && handler.classId() != null
                ? classes.find(handler.classId()).stream()
                        .flatMap(known -> accounts.apply(known).stream())
                        .map(Assignee::account)
                : Stream.of();
        return Stream.concat(members, unit).toList();
    }
}

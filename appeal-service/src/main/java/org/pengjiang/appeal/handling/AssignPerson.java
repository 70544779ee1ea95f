package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.PersonAssigned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.PersonInCharge;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The head names who of the unit or the class works on an appeal, and who stands in for them on which days. */
@ApplicationScoped
class AssignPerson {
    private final OpenForCommand open;
    private final SpecialClassCopies classes;
    private final AppealLog log;

    AssignPerson(OpenForCommand open, SpecialClassCopies classes, AppealLog log) {
        this.open = open;
        this.classes = classes;
        this.log = log;
    }

    @Transactional
    Appeal assign(UUID id, PersonOrder order, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ASSIGN_PERSON, caller);
        Appeal appeal = context.appeal();
        Handler handler = appeal.handler().orElseThrow();
        List<Fault> faults =
                faults(order, handler, ShanghaiTime.date(context.now().at()));
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        appeal.putInCharge(person(order, handler), context.now());
        log.append(
                appeal,
                new PersonAssigned(
                        appeal.standing(),
                        order.account(),
                        order.substitute(),
                        order.substituteFrom(),
                        order.substituteTo()));
        return appeal;
    }

    private static @Nullable PersonInCharge person(PersonOrder order, Handler handler) {
        return order.account() == null
                ? null
                : new PersonInCharge(
                        order.account(),
                        handler.accountableUnit(),
                        order.substitute(),
                        order.substituteFrom(),
                        order.substituteTo());
    }

    private List<Fault> faults(PersonOrder order, Handler handler, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        LocalDate from = order.substituteFrom();
        LocalDate to = order.substituteTo();
        long said =
                Stream.of(order.substitute(), from, to).filter(Objects::nonNull).count();
        if (said != 0 && said != 3) {
            faults.add(Fault.at("/substitute", AppealProblem.SUBSTITUTE_INCOMPLETE));
        }
        if (order.substitute() != null
                && (order.account() == null || order.substitute().equals(order.account()))) {
            faults.add(Fault.at("/substitute", AppealProblem.SUBSTITUTE_OF_NOBODY));
        }
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(Fault.at("/substituteTo", AppealProblem.SUBSTITUTE_DAYS_REVERSED));
        } else if (to != null && to.isBefore(today)) {
            faults.add(Fault.at("/substituteTo", AppealProblem.SUBSTITUTE_DAYS_OVER));
        }
        requireMember(order.account(), "/account", handler, faults);
        requireMember(order.substitute(), "/substitute", handler, faults);
        return faults;
    }

    /** Of a unit the token alone says who belongs to it. */
    private void requireMember(@Nullable String account, String pointer, Handler handler, List<Fault> faults) {
        if (account != null
                && handler.classId() != null
                && classes.find(handler.classId())
                        .filter(known -> known.has(account))
                        .isEmpty()) {
            faults.add(Fault.at(pointer, AppealProblem.NOT_OF_CLASS, account));
        }
    }
}

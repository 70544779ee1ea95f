package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** Which commands find a co-task or a coordination that they are for. */
@ApplicationScoped
class CooperationConditions implements CommandCondition {
    private static final Set<AppealCommand> COMMANDS = EnumSet.of(
            AppealCommand.REPLY,
            AppealCommand.OBJECT_TO_COTASK,
            AppealCommand.RULE_COTASK,
            AppealCommand.FINISH_COTASK,
            AppealCommand.WAIVE_COTASK,
            AppealCommand.REPORT_ARRIVAL,
            AppealCommand.DECLINE_COORDINATION,
            AppealCommand.RECORD_MINUTES,
            AppealCommand.SCORE_COORDINATION);

    private final Cotasks cotasks;
    private final Coordinations coordinations;
    private final TimeContexts times;

    CooperationConditions(Cotasks cotasks, Coordinations coordinations, TimeContexts times) {
        this.cotasks = cotasks;
        this.coordinations = coordinations;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return COMMANDS;
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case REPLY ->
                appeal.progress().isReached() && cotasks.mandatory(appeal).isEmpty();
            case OBJECT_TO_COTASK -> hasCotask(appeal, cotask -> isOf(cotask, caller) && mayObject(appeal, cotask));
            case RULE_COTASK ->
                hasCotask(
                        appeal, cotask -> cotasks.openObjection(appeal, cotask).isPresent());
            case FINISH_COTASK -> hasCotask(appeal, cotask -> isOf(cotask, caller));
            case WAIVE_COTASK -> hasCotask(appeal, cotask -> true);
            case REPORT_ARRIVAL -> isAwaited(appeal, called -> isOf(called, caller));
            case DECLINE_COORDINATION ->
                isAwaited(
                        appeal, called -> isOf(called, caller) && !Coordinations.isOverdue(called, times.now(appeal)));
            case RECORD_MINUTES ->
                coordinations.of(appeal).stream()
                        .anyMatch(one -> one.isOpen() && coordinations.isOver(appeal, one, times.now(appeal)));
            case SCORE_COORDINATION -> mayScore(appeal, capacities, caller);
            default -> true;
        };
    }

    private boolean hasCotask(Appeal appeal, Predicate<Cotask> wanted) {
        return cotasks.open(appeal).stream().anyMatch(wanted);
    }

    private boolean mayObject(Appeal appeal, Cotask cotask) {
        return cotasks.objection(appeal, cotask).isEmpty()
                && !times.now(appeal).at().isAfter(Cotasks.objectionUntil(cotask, times.now(appeal)));
    }

    private boolean isAwaited(Appeal appeal, Predicate<CalledUnit> wanted) {
        return coordinations.of(appeal).stream()
                .filter(Coordination::isOpen)
                .flatMap(coordination -> coordinations.called(appeal, coordination).stream())
                .anyMatch(called -> called.isAwaited() && wanted.test(called));
    }

    private boolean mayScore(Appeal appeal, Set<Capacity> capacities, Caller caller) {
        boolean isLead = capacities.contains(Capacity.HANDLER);
        return coordinations.of(appeal).stream()
                .filter(Coordination::isScored)
                .flatMap(coordination -> coordinations.called(appeal, coordination).stream())
                .filter(called -> called.arrivedAt().isPresent())
                .anyMatch(called -> isOf(called, caller)
                        ? called.scoreByUnit().isEmpty()
                        : isLead && called.scoreByLead().isEmpty());
    }

    private static boolean isOf(Cotask cotask, Caller caller) {
        return cotask.unit().isOf(caller);
    }

    private static boolean isOf(CalledUnit called, Caller caller) {
        return called.unit().isOf(caller);
    }
}

package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** What waits for units that help, for the lead and for the centre because of them. */
@ApplicationScoped
class CooperationTasks implements PartTasks {
    private static final String FINISH = "cotask-to-finish";
    private static final String RULE = "cotask-to-rule";
    private static final String ATTEND = "coordination-to-attend";
    private static final String RECORD = "coordination-to-record";
    private static final String SCORE_UNITS = "units-to-score";
    private static final String SCORE_LEAD = "lead-to-score";

    private final Cotasks cotasks;
    private final Coordinations coordinations;
    private final Handlers handlers;
    private final TimeContexts times;

    CooperationTasks(Cotasks cotasks, Coordinations coordinations, Handlers handlers, TimeContexts times) {
        this.cotasks = cotasks;
        this.coordinations = coordinations;
        this.handlers = handlers;
        this.times = times;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FINISH, RULE, ATTEND, RECORD, SCORE_UNITS, SCORE_LEAD);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        List<Task> tasks = new ArrayList<>();
        for (Cotask cotask : cotasks.open(appeal)) {
            tasks.add(due(of(FINISH, cotask.seq(), people(cotask.unit()), appeal), cotask.clock()));
            cotasks.openObjection(appeal, cotask)
                    .map(objection -> of(RULE, cotask.seq(), Assignee.role(Roles.DISPATCHER), appeal)
                            .due(Cotasks.rulingUntil(objection, times.now(appeal)), false))
                    .ifPresent(tasks::add);
        }
        for (Coordination coordination : coordinations.of(appeal)) {
            List<CalledUnit> called = coordinations.called(appeal, coordination);
            if (coordination.isOpen()) {
                tasks.addAll(together(appeal, coordination, called));
            } else if (coordination.isScored()) {
                tasks.addAll(scores(appeal, coordination, called));
            }
        }
        return tasks;
    }

    private List<Task> together(Appeal appeal, Coordination coordination, List<CalledUnit> called) {
        List<Task> tasks = new ArrayList<>();
        called.stream()
                .filter(CalledUnit::isAwaited)
                .map(unit -> due(of(ATTEND, coordination.seq(), people(unit.unit()), appeal), unit.clock()))
                .forEach(tasks::add);
        handlers.handling(appeal).stream()
                .map(lead -> of(RECORD, coordination.seq(), lead, appeal))
                .forEach(tasks::add);
        return tasks;
    }

    private List<Task> scores(Appeal appeal, Coordination coordination, List<CalledUnit> called) {
        List<Task> tasks = new ArrayList<>();
        List<CalledUnit> scored =
                called.stream().filter(unit -> unit.arrivedAt().isPresent()).toList();
        scored.stream()
                .filter(unit -> unit.scoreByUnit().isEmpty())
                .map(unit -> of(SCORE_LEAD, coordination.seq(), people(unit.unit()), appeal))
                .forEach(tasks::add);
        if (scored.stream().anyMatch(unit -> unit.scoreByLead().isEmpty())) {
            handlers.handling(appeal).stream()
                    .map(lead -> of(SCORE_UNITS, coordination.seq(), lead, appeal))
                    .forEach(tasks::add);
        }
        return tasks;
    }

    private static Assignee people(UnitKey unit) {
        return Assignee.role(Roles.UNIT_CLERK, Roles.UNIT_HEAD).of(unit.code());
    }

    private static Task of(String kind, int number, Assignee assignee, Appeal appeal) {
        return Task.of(kind, appeal.round() + " " + number, assignee, appeal.no())
                .urgent(Coordinations.isAtOnce(appeal));
    }

    private static Task due(Task task, SlaClock clock) {
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }
}

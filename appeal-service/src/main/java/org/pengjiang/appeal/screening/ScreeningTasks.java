package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** A rejection waits for a second person of the centre, an objection for the supervision, an emergency for the centre. */
@ApplicationScoped
class ScreeningTasks implements PartTasks {
    static final String CONFIRM_REJECTION = "rejection-to-confirm";
    static final String RULE_OBJECTION = "objection-to-rule";
    static final String JUDGE_EMERGENCY = "emergency-to-judge";

    private final Rejections rejections;
    private final Objections objections;
    private final Emergencies emergencies;

    ScreeningTasks(Rejections rejections, Objections objections, Emergencies emergencies) {
        this.rejections = rejections;
        this.objections = objections;
        this.emergencies = emergencies;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM_REJECTION, RULE_OBJECTION, JUDGE_EMERGENCY);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        List<Task> tasks = new ArrayList<>();
        // in the transaction of its filing nobody has asked for anything yet, and nothing is read for it
        if (appeal.state() == AppealState.SUBMITTED && appeal.version() > 0) {
            rejections
                    .open(appeal)
                    .map(asked -> Task.of(
                            CONFIRM_REJECTION,
                            asked.seq(),
                            Assignee.role(Roles.DISPATCHER).but(asked.askedBy()),
                            appeal.no()))
                    .map(task -> until(task, appeal.clock(ClockType.ACCEPT).or(() -> appeal.clock(ClockType.CONTACT))))
                    .ifPresent(tasks::add);
        }
        if (appeal.state() == AppealState.REJECTED) {
            objections
                    .open(appeal)
                    .map(asked -> until(
                            Task.of(
                                    RULE_OBJECTION,
                                    asked.seq(),
                                    Assignee.role(Roles.SUPERVISOR)
                                            .but(objections
                                                    .barred(appeal, asked)
                                                    .toArray(String[]::new)),
                                    appeal.no()),
                            appeal.clock(asked.clockId())))
                    .ifPresent(tasks::add);
        }
        if (appeal.isOpen()) {
            emergencies
                    .open(appeal)
                    .map(claim -> until(
                            Task.of(JUDGE_EMERGENCY, claim.seq(), Assignee.role(Roles.DISPATCHER), appeal.no())
                                    .urgent(true),
                            appeal.clock(claim.clockId())))
                    .ifPresent(tasks::add);
        }
        return tasks;
    }

    private static Task until(Task task, Optional<SlaClock> clock) {
        return clock.filter(found -> found.dueAt().isPresent())
                .map(found -> task.due(found.dueAt().orElseThrow(), found.isProvisional()))
                .orElse(task);
    }
}

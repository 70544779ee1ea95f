package org.pengjiang.appeal.model.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealAccepted;
import org.pengjiang.appeal.events.AppealDispatched;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.directory.DispatchDecision;
import org.pengjiang.appeal.model.directory.DispatchResolver;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Gives an appeal to its handler: to whom the rules name, or to whom the centre names. */
@ApplicationScoped
public class AssignHandler implements NextHandler {
    private static final int MOST_CLASSES = 5;

    private final DispatchResolver resolver;
    private final SpecialClassCopies classes;
    private final Assignments assignments;
    private final AppealLog log;

    AssignHandler(DispatchResolver resolver, SpecialClassCopies classes, Assignments assignments, AppealLog log) {
        this.resolver = resolver;
        this.classes = classes;
        this.assignments = assignments;
        this.log = log;
    }

    /**
     * To the project's special class or the directory's unit; without either it waits for the centre. The clocks of the centre
     * start only then: one that would be met in the moment it starts says nothing.
     */
    public void byItself(Appeal appeal, TimeContext now) {
        resolve(appeal).ifPresentOrElse(found -> to(appeal, found, now), () -> appeal.waitForCentre(now));
    }

    /** A class that closes before it is held is not found again; where one after the other closes, the directory says. */
    private Optional<DispatchDecision> resolve(Appeal appeal) {
        UUID project = appeal.filing().projectId();
        String category = appeal.classification().category();
        Optional<UnitKey> about = appeal.confidentiality().about();
        for (int asked = 0; asked < MOST_CLASSES; asked++) {
            Optional<DispatchDecision> found = resolver.find(project, category, appeal.division(), about);
            UUID classId = found.map(decision -> decision.handler().classId()).orElse(null);
            if (classId == null || classes.hold(classId)) {
                return found;
            }
        }
        return resolver.find(null, category, appeal.division(), about);
    }

    private void to(Appeal appeal, DispatchDecision found, TimeContext now) {
        if (appeal.state() == AppealState.SUBMITTED) {
            accept(appeal, now);
        }
        to(appeal, found.handler(), found.basis(), Assignments.SYSTEM, now);
    }

    public void accept(Appeal appeal, TimeContext now) {
        appeal.advance(AppealCommand.ACCEPT, AppealState.PENDING_DISPATCH, now);
        log.append(appeal, new AppealAccepted(appeal.standing(), now.at()));
    }

    /** @throws DomainException CLASS_NOT_OPEN when the class has closed in the meantime */
    public void to(Appeal appeal, Handler handler, DispatchBasis basis, String account, TimeContext now) {
        requireOpen(appeal, handler);
        dispatched(appeal, assignments.assign(appeal, AppealCommand.DISPATCH, handler, basis, account, now));
    }

    /**
     * To another one before anybody has signed: the centre's own mistake.
     *
     * @throws DomainException CLASS_NOT_OPEN when the class has closed in the meantime
     */
    public void redirect(Appeal appeal, Handler to, String account, String reason, TimeContext now) {
        requireOpen(appeal, to);
        dispatched(appeal, assignments.redirect(appeal, to, account, reason, now));
    }

    private void requireOpen(Appeal appeal, Handler handler) {
        if (handler.classId() != null && !classes.hold(handler.classId())) {
            throw new DomainException(
                    AppealProblem.CLASS_NOT_OPEN,
                    List.of(Fault.at("/specialClass", AppealProblem.CLASS_NOT_OPEN, appeal.no())),
                    appeal.no());
        }
    }

    /** The one that handled it, or whoever follows a special class that is closed. */
    @Override
    public DispatchDecision after(Appeal appeal, Assignment last) {
        UUID classId = last.handler().classId();
        return classId == null || classes.hold(classId)
                ? new DispatchDecision(last.handler(), last.basis())
                : successor(appeal, last);
    }

    /** The special class that handles it is closed or replaced: whoever follows it answers from now on. */
    public void leaveClosedClass(Appeal appeal, TimeContext now) {
        DispatchDecision next = successor(appeal, assignments.newest(appeal).orElseThrow());
        dispatched(appeal, assignments.handOver(appeal, next.handler(), next.basis(), now));
    }

    /** The project's next class or the directory's unit; where neither is known, the unit that has led the class. */
    private DispatchDecision successor(Appeal appeal, Assignment last) {
        return resolve(appeal)
                .orElseGet(() -> new DispatchDecision(Handler.unit(last.accountableUnit()), last.basis()));
    }

    /** Logs an assignment and stores it, also that of a new round. */
    public void dispatched(Appeal appeal, Assignment assignment) {
        log.append(
                appeal,
                new AppealDispatched(
                        appeal.standing(),
                        assignment.assignedAt(),
                        assignment.basis().name(),
                        appeal.clock(ClockType.SIGN)
                                .filter(SlaClock::isWaiting)
                                .flatMap(SlaClock::dueAt)
                                .orElse(null)));
        assignments.add(assignment);
    }
}

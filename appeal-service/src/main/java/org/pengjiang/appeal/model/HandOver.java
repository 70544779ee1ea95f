package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealAccepted;
import org.pengjiang.appeal.events.AppealDispatched;

/** Gives an appeal to its handler: to whom the rules name, or to whom the centre names. */
@ApplicationScoped
public class HandOver {
    private final HandlerFinder finder;
    private final KnownSpecialClasses classes;
    private final AppealLog log;

    HandOver(HandlerFinder finder, KnownSpecialClasses classes, AppealLog log) {
        this.finder = finder;
        this.classes = classes;
        this.log = log;
    }

    /**
     * To the project's special class or the directory's unit; without either it waits for the centre. The clocks of the centre
     * start only then: one that would be met in the moment it starts says nothing.
     */
    public void byItself(Appeal appeal, Now now) {
        Filing filing = appeal.filing();
        finder.find(filing.projectId(), filing.category(), appeal.division())
                .ifPresentOrElse(found -> to(appeal, found, now), () -> appeal.waitForCentre(now));
    }

    private void to(Appeal appeal, FoundHandler found, Now now) {
        if (appeal.state() == AppealState.SUBMITTED) {
            accept(appeal, now);
        }
        to(appeal, found.handler(), found.namedBy(), "system", now);
    }

    public void accept(Appeal appeal, Now now) {
        appeal.accept(now);
        log.append(appeal, new AppealAccepted(appeal.standing(), now.at()));
    }

    public void to(Appeal appeal, Handler handler, NamedBy namedBy, String account, Now now) {
        if (handler.classId() != null) {
            classes.hold(handler.classId());
        }
        appeal.dispatch(handler, namedBy, account, now);
        dispatched(appeal);
    }

    /** Logs the newest assignment, also that of a new round. */
    public void dispatched(Appeal appeal) {
        Assignment assignment = appeal.assignments().getLast();
        log.append(
                appeal,
                new AppealDispatched(
                        appeal.standing(),
                        assignment.assignedAt(),
                        assignment.namedBy().name(),
                        appeal.clock(ClockType.SIGN)
                                .flatMap(DeadlineClock::dueAt)
                                .orElse(null)));
    }
}

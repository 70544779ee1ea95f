package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/**
 * Takes an appeal up for a command: loaded in sight and locked, its version compared, the caller known to be one who may give
 * this command, and whatever its clocks have come to written down before.
 */
@ApplicationScoped
public class AppealDesk {
    private final Appeals appeals;
    private final Acting acting;
    private final Timekeeper timekeeper;
    private final CalendarFollower calendar;
    private final DueLevels levels;

    AppealDesk(Appeals appeals, Acting acting, Timekeeper timekeeper, CalendarFollower calendar, DueLevels levels) {
        this.appeals = appeals;
        this.acting = acting;
        this.timekeeper = timekeeper;
        this.calendar = calendar;
        this.levels = levels;
    }

    /** @throws DomainException NOT_FOUND, VERSION_STALE, NOT_HANDLER, NOT_HEAD, HANDLES_IT_HIMSELF, FORBIDDEN */
    @Transactional(Transactional.TxType.MANDATORY)
    public OnDesk take(UUID id, AppealCommand command, Caller caller) {
        Appeal appeal = appeals.forChange(caller, id);
        Set<Actor> as = acting.on(appeal, caller);
        Permissions.require(command, as);
        Now now = timekeeper.now(appeal);
        calendar.follow(appeal, now);
        levels.fire(appeal, now);
        return new OnDesk(appeal, now, as);
    }
}

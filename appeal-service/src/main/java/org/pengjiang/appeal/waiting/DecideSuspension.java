package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealPaused;
import org.pengjiang.appeal.events.SuspensionDecided;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The supervision suspends an appeal, or refuses to; never the person who asked for it. */
@ApplicationScoped
class DecideSuspension {
    private final OpenForCommand open;
    private final Suspensions suspensions;
    private final AppealLog log;

    DecideSuspension(OpenForCommand open, Suspensions suspensions, AppealLog log) {
        this.open = open;
        this.suspensions = suspensions;
        this.log = log;
    }

    @Transactional
    Appeal grant(UUID id, int seq, @Nullable String note, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SUSPEND, caller);
        Appeal appeal = context.appeal();
        Suspension suspension = suspensions.grant(appeal, seq, note, caller.subject(), context.now());
        log.append(
                appeal,
                new AppealPaused(
                        appeal.standing(),
                        context.now().at(),
                        suspension.cause().name(),
                        seq,
                        suspensions.review(appeal).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }

    @Transactional
    Appeal refuse(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REFUSE_SUSPENSION, caller);
        Appeal appeal = context.appeal();
        Suspension suspension = suspensions.refuse(appeal, seq, why, caller.subject(), context.now());
        log.append(
                appeal,
                new SuspensionDecided(
                        appeal.standing(), seq, suspension.outcome().name()));
        return appeal;
    }
}

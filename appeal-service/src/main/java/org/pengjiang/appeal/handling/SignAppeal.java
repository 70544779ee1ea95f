package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.kit.identity.Caller;

/** The handler signs for an appeal. */
@ApplicationScoped
class SignAppeal {
    private final OpenForCommand open;
    private final AppealLog log;
    private final EntityManager entities;

    SignAppeal(OpenForCommand open, AppealLog log, EntityManager entities) {
        this.entities = entities;
        this.open = open;
        this.log = log;
    }

    @Transactional
    Appeal sign(UUID id, Caller caller) {
        return sign(open.appeal(id, AppealCommand.SIGN, caller));
    }

    /** One of several; in the transaction of whoever asks. */
    SignaturesView.SignedAppeal sign(UUID id, long version, Caller caller) {
        Appeal signed = sign(open.appeal(id, version, AppealCommand.SIGN, caller));
        entities.flush();
        return SignaturesView.SignedAppeal.signed(id, signed.state(), signed.version());
    }

    private Appeal sign(CommandContext context) {
        Appeal appeal = context.appeal();
        appeal.advance(AppealCommand.SIGN, AppealState.IN_PROGRESS, context.now());
        boolean inTime = appeal.clock(ClockType.SIGN)
                .flatMap(SlaClock::result)
                .map(ClockResult::met)
                .orElse(false);
        log.append(appeal, new AppealSigned(appeal.standing(), context.now().at(), false, inTime));
        return appeal;
    }
}

package org.pengjiang.appeal.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.EnterpriseCalledBack;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.CallNote;
import org.pengjiang.appeal.model.evaluation.Callback;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LogRating;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.Orderer;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.evaluation.Reopening;
import org.pengjiang.appeal.model.evaluation.Reopenings;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.identity.Caller;

/**
 * An officer notes an attempt to call the enterprise back. The first answer to a round counts: it rates for the enterprise, and has an
 * appeal go on that was closed because nobody had said anything. A later one is kept.
 */
@ApplicationScoped
class CallBack {
    private final OpenForCommand open;
    private final Callbacks callbacks;
    private final Evaluation evaluation;
    private final Reopenings reopenings;
    private final LogRating ratings;
    private final AppealLog log;

    CallBack(
            OpenForCommand open,
            Callbacks callbacks,
            Evaluation evaluation,
            Reopenings reopenings,
            LogRating ratings,
            AppealLog log) {
        this.open = open;
        this.callbacks = callbacks;
        this.evaluation = evaluation;
        this.reopenings = reopenings;
        this.ratings = ratings;
        this.log = log;
    }

    @Transactional
    Appeal call(UUID id, NewCall said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CALL_BACK, caller);
        said.requireWhole();
        Appeal appeal = context.appeal();
        TimeContext now = context.now();
        evaluation.askByPhone(appeal, now);
        CallNote note = said.asNote();
        boolean isAnswered = callbacks
                .answerable(appeal)
                .filter(callback -> evaluation.isAnswered(appeal, callback.round()))
                .isPresent();
        Callbacks.Noted noted = callbacks.note(appeal, note, isAnswered, caller.subject(), now);
        log.append(appeal, event(appeal, noted));
        Optional.ofNullable(note.answer())
                .filter(answer -> !isAnswered)
                .ifPresent(answer -> follow(appeal, noted.callback(), answer, caller, now));
        return appeal;
    }

    private void follow(Appeal appeal, Callback callback, CallbackAnswer answer, Caller caller, TimeContext now) {
        if (callback.round() != appeal.round()) {
            return;
        }
        if (appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal)) {
            String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
            Evaluation.Rated rated = evaluation.rate(
                    appeal, answer.solved(), answer.stars(), answer.reasons(), Rater.byPhone(caller), now);
            ratings.log(appeal, rated, unit);
        } else if (answer.isBad() && isClosedInSilence(appeal) && Reopening.isWithin(appeal, now)) {
            Orderer by = new Orderer(caller.subject(), OrderedBy.CALLBACK);
            reopenings.reopen(appeal, by, answer.reasons(), now);
        }
    }

    private static boolean isClosedInSilence(Appeal appeal) {
        return appeal.progress().closedBy().filter(by -> by == ClosedBy.WINDOW).isPresent();
    }

    private static EnterpriseCalledBack event(Appeal appeal, Callbacks.Noted noted) {
        Callback callback = noted.callback();
        Optional<CallbackAnswer> answer = callback.answer();
        return new EnterpriseCalledBack(
                appeal.standing(),
                noted.attempt().calledAt(),
                callback.seq(),
                callback.occasion().name(),
                callback.round(),
                noted.number(),
                noted.attempt().outcome().name(),
                callback.status().name(),
                answer.map(CallbackAnswer::solved).map(Enum::name).orElse(null),
                answer.map(CallbackAnswer::stars).orElse(null),
                answer.isPresent() ? callback.isSuperseded() : null);
    }
}

package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LogRating;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.identity.Caller;

/** The enterprise rates: a good rating closes the appeal, a bad one sends it into a new round, one level up. */
@ApplicationScoped
class RateAppeal {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final LogRating log;

    RateAppeal(OpenForCommand open, Evaluation evaluation, LogRating log) {
        this.open = open;
        this.evaluation = evaluation;
        this.log = log;
    }

    @Transactional
    Appeal rate(UUID id, NewRating said, Caller caller) {
        return rate(open.appeal(id, AppealCommand.RATE, caller), said, Rater.of(caller));
    }

    Appeal rate(CommandContext context, NewRating said, Rater by) {
        Appeal appeal = context.appeal();
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        Evaluation.Rated rated =
                evaluation.rate(appeal, said.solved(), said.stars(), said.comment(), by, context.now());
        log.log(appeal, rated, unit);
        return appeal;
    }
}

package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.events.RatingKept;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LaterRating;
import org.pengjiang.appeal.model.evaluation.LaterRatings;
import org.pengjiang.appeal.model.evaluation.LogRating;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.identity.Caller;

/**
 * The enterprise rates, or its platform for it: a good rating closes the appeal, a bad one sends it into a new round, one level up. The
 * first answer to a round counts.
 */
@ApplicationScoped
class RateAppeal {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final LaterRatings later;
    private final LogRating log;
    private final AppealLog events;

    RateAppeal(OpenForCommand open, Evaluation evaluation, LaterRatings later, LogRating log, AppealLog events) {
        this.open = open;
        this.evaluation = evaluation;
        this.later = later;
        this.log = log;
        this.events = events;
    }

    @Transactional
    Appeal rate(UUID id, NewRating said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RATE, this::command, caller);
        Rater by = Rater.of(caller, context.capacities());
        return command(context.appeal(), context.capacities()) == AppealCommand.RATE
                ? rate(context, said, by)
                : keep(context, said, by);
    }

    /** What a platform says after another answer counted is kept. */
    private AppealCommand command(Appeal appeal, Set<Capacity> capacities) {
        return capacities.contains(Capacity.PARTNER) && later.round(appeal).isPresent()
                ? AppealCommand.NOTE_RATING
                : AppealCommand.RATE;
    }

    private Appeal keep(CommandContext context, NewRating said, Rater by) {
        Appeal appeal = context.appeal();
        LaterRating kept = later.keep(appeal, said.solved(), said.stars(), said.comment(), by, context.now());
        events.append(appeal, new RatingKept(appeal.standing(), kept.round(), kept.ratedAt()));
        return appeal;
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

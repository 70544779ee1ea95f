package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.assignment.NextHandler;
import org.pengjiang.appeal.model.catalogue.RatedCategories;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.round.Rounds;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.problem.DomainException;

/** What becomes of an answered appeal: it is rated, closed, or sent into a new round. */
@ApplicationScoped
public class Evaluation {
    /** How often a bad rating sends it back by itself; after that the leader has to decide. */
    public static final int AUTOMATIC_REWORKS = 2;

    private static final int DISTRICT_LEADER = 3;

    private final AppealParts parts;
    private final Assignments assignments;
    private final Rounds rounds;
    private final NextHandler nextHandler;
    private final RatedCategories categories;
    private final Callbacks callbacks;
    private final Verifications verifications;
    private final SupervisionOrders orders;

    public Evaluation(
            AppealParts parts,
            Assignments assignments,
            Rounds rounds,
            NextHandler nextHandler,
            RatedCategories categories,
            Callbacks callbacks,
            Verifications verifications,
            SupervisionOrders orders) {
        this.parts = parts;
        this.assignments = assignments;
        this.rounds = rounds;
        this.nextHandler = nextHandler;
        this.categories = categories;
        this.callbacks = callbacks;
        this.verifications = verifications;
        this.orders = orders;
    }

    /** @param next who handles it in the round that a bad rating began; nobody yet where the centre had answered by itself */
    public record Rated(Rating rating, Optional<Assignment> next) {}

    /**
     * The enterprise says whether it is solved and how satisfied it is. A good rating closes; a bad one sends the appeal back
     * into a new round, one level up, at most twice.
     *
     * @throws DomainException CATEGORY_NOT_RATED; RATED_ALREADY: one survey in each round
     */
    public Rated rate(Appeal appeal, Solved solved, int stars, @Nullable String comment, Rater by, TimeContext now) {
        appeal.require(AppealCommand.RATE);
        if (!isRatedCategory(appeal)) {
            throw new DomainException(
                    AppealProblem.CATEGORY_NOT_RATED, appeal.classification().category());
        }
        if (rating(appeal).isPresent()) {
            throw new DomainException(AppealProblem.RATED_ALREADY, appeal.round());
        }
        Rating rating = Rating.of(appeal, solved, stars, comment, by, now.at());
        parts.add(rating);
        return rating.closes() ? closed(appeal, rating, now) : rejected(appeal, rating, now);
    }

    private Rated closed(Appeal appeal, Rating rating, TimeContext now) {
        boolean isByPhone = rating.isGivenByPhone();
        close(appeal, AppealCommand.RATE, isByPhone ? ClosedBy.CALLBACK : ClosedBy.RATING, now);
        callbacks.end(appeal, now);
        if (!isByPhone) {
            callbacks.openSampled(appeal, now);
        }
        return new Rated(rating, Optional.empty());
    }

    private Rated rejected(Appeal appeal, Rating rating, TimeContext now) {
        Optional<Assignment> next = Optional.empty();
        verifications.open(appeal, now);
        if (badRatings(appeal) <= AUTOMATIC_REWORKS) {
            next = rework(appeal, AppealCommand.RATE, now);
        } else {
            appeal.superviseAtLeast(DISTRICT_LEADER);
            appeal.note(AppealCommand.RATE, now);
            appeal.awaitDecision(now);
        }
        if (!rating.isGivenByPhone()) {
            callbacks.open(appeal, CallbackOccasion.BAD_RATING, rating.round(), now);
        }
        return new Rated(rating, next);
    }

    /** With that of the present round; what was misjudged does not count. */
    private long badRatings(Appeal appeal) {
        if (appeal.round() == 1) {
            return 1;
        }
        Set<Integer> misjudged = verifications.misjudgedRounds(appeal);
        return parts.ofRounds(appeal, Rating.class).stream()
                .filter(rating -> rating.isBad() && !misjudged.contains(rating.round()))
                .count();
    }

    /** The supervision finds the reply not enough, whether it was rated or not. */
    public Optional<Assignment> orderRework(Appeal appeal, Orderer by, String reason, TimeContext now) {
        Optional<Assignment> next = rework(appeal, AppealCommand.ORDER_REWORK, now);
        callbacks.end(appeal, now);
        parts.add(new RoundOrder(appeal, by, reason, now.at()));
        return next;
    }

    /**
     * The supervision says whether the bad rating of a round is justified. Where too few count then for the leader to decide, it goes
     * back into a new round.
     *
     * @return who handles it in that round
     * @throws DomainException NO_VERIFICATION_DUE
     */
    public Optional<Assignment> verify(
            Appeal appeal, int round, RatingFinding finding, String reason, Orderer by, TimeContext now) {
        verifications.verify(appeal, round, finding, reason, by.account(), now);
        boolean isRework =
                finding == RatingFinding.MISJUDGED && awaitsDecision(appeal) && badRatings(appeal) <= AUTOMATIC_REWORKS;
        return isRework ? orderRework(appeal, by, reason, now) : Optional.empty();
    }

    /**
     * What is closed goes on under its number, in a new round with clocks of its own, and so do the orders of supervision.
     *
     * @throws DomainException REOPENING_OVER, REOPENING_AFTER_DECISION
     */
    public Optional<Assignment> reopen(Appeal appeal, Orderer by, @Nullable String reason, TimeContext now) {
        appeal.require(AppealCommand.REOPEN);
        Reopening.require(by, appeal, now);
        callbacks.end(appeal, now);
        appeal.advance(AppealCommand.REOPEN, AppealState.REWORK, now);
        parts.add(new RoundOrder(appeal, by, reason, now.at()));
        Optional<Assignment> next = redispatch(appeal, now);
        orders.goOn(appeal, now);
        return next;
    }

    /**
     * The leader has given the final reply.
     *
     * @throws DomainException NO_DECISION_DUE
     */
    public void decide(Appeal appeal, TimeContext now) {
        appeal.require(AppealCommand.DECIDE);
        requireDecisionDue(appeal);
        close(appeal, AppealCommand.DECIDE, ClosedBy.DECISION, now);
        callbacks.end(appeal, now);
    }

    /** @throws DomainException NO_DECISION_DUE */
    public void requireDecisionDue(Appeal appeal) {
        if (!awaitsDecision(appeal)) {
            throw new DomainException(AppealProblem.NO_DECISION_DUE);
        }
    }

    /** A rating that neither closed it nor sent it back was the last. */
    public boolean awaitsDecision(Appeal appeal) {
        return appeal.state() == AppealState.REPLIED && rating(appeal).isPresent();
    }

    private Optional<Assignment> rework(Appeal appeal, AppealCommand command, TimeContext now) {
        appeal.require(command);
        rounds.endByRework(appeal, now);
        appeal.advance(command, AppealState.REWORK, now);
        return redispatch(appeal, now);
    }

    /**
     * The same handler, in the new round; whoever follows a special class that is closed. What the centre has answered by itself it
     * dispatches now.
     */
    private Optional<Assignment> redispatch(Appeal appeal, TimeContext now) {
        Optional<Assignment> last = assignments.newest(appeal);
        if (last.isEmpty()) {
            appeal.advance(AppealCommand.REDISPATCH, AppealState.PENDING_DISPATCH, now);
            appeal.waitForCentre(now);
        }
        return last.map(before -> nextHandler.after(appeal, before))
                .map(next -> assignments.assign(
                        appeal, AppealCommand.REDISPATCH, next.handler(), next.basis(), "system", now));
    }

    public void close(Appeal appeal, ClosedBy by, TimeContext now) {
        close(appeal, AppealCommand.CLOSE, by, now);
        callbacks.end(appeal, now);
    }

    /** The window to rate has passed without an answer: closed at its end, whenever that is noticed. */
    public void windowOver(Appeal appeal, TimeContext atEnd) {
        appeal.require(AppealCommand.CLOSE_BY_WINDOW);
        boolean isCalled = callbacks.of(appeal).stream()
                .anyMatch(callback -> callback.round() == appeal.round() && !callback.isOpen());
        if (isRatedCategory(appeal)) {
            parts.add(Rating.none(appeal, atEnd.at()));
        }
        close(appeal, AppealCommand.CLOSE_BY_WINDOW, ClosedBy.WINDOW, atEnd);
        if (isRatedCategory(appeal) && !isCalled) {
            callbacks.open(appeal, CallbackOccasion.SILENT, appeal.round(), atEnd);
        }
    }

    /** The enterprise has its answer: whoever has no account is called, once a round. */
    public void askByPhone(Appeal appeal, TimeContext now) {
        if (isToBeAskedByPhone(appeal)) {
            callbacks.open(appeal, CallbackOccasion.NO_ACCOUNT, appeal.round(), now);
        }
    }

    /** Whether somebody without an account has to be asked, and nobody has tried. */
    public boolean isToBeAskedByPhone(Appeal appeal) {
        return appeal.state() == AppealState.REPLIED
                && appeal.filing().enterprise() == null
                && isAsked(appeal)
                && callbacks.of(appeal).stream().noneMatch(callback -> callback.round() == appeal.round());
    }

    private void close(Appeal appeal, AppealCommand command, ClosedBy by, TimeContext now) {
        appeal.require(command);
        rounds.endByClosure(appeal, by, now);
        appeal.close(command, by, now);
        assignments.end(appeal, now.at());
    }

    /** Of this round; whoever has no reply yet rates nothing. */
    public Optional<Rating> rating(Appeal appeal) {
        return appeal.progress().repliedAt().isEmpty()
                ? Optional.empty()
                : parts.ofRound(appeal, appeal.round(), Rating.class);
    }

    /** What was said of each round, with what nobody said; the first one first. */
    public List<Rating> ratings(Appeal appeal) {
        return parts.ofRounds(appeal, Rating.class);
    }

    /** Whether an answer of the enterprise to this round counts already. */
    public boolean isAnswered(Appeal appeal, int round) {
        return parts.ofRound(appeal, round, Rating.class)
                .filter(given -> !given.isAutomatic())
                .isPresent();
    }

    /** Who had rounds begin that no bad rating began; the first one first. */
    public List<RoundOrder> orders(Appeal appeal) {
        return appeal.round() == 1 ? List.of() : parts.ofRounds(appeal, RoundOrder.class);
    }

    /** Whether the enterprise is asked now how satisfied it is. */
    public boolean isAsked(Appeal appeal) {
        return isRatedCategory(appeal) && rating(appeal).isEmpty();
    }

    /** What came of it; empty as long as the appeal is not closed. */
    public Optional<EvaluationResult> result(Appeal appeal) {
        if (appeal.state() != AppealState.CLOSED) {
            return Optional.empty();
        } else if (!isRatedCategory(appeal)) {
            return Optional.of(EvaluationResult.NOT_ASKED);
        }
        return Optional.of(rating(appeal)
                .map(given -> given.isAutomatic() ? EvaluationResult.DEFAULT : EvaluationResult.RATED)
                .orElse(EvaluationResult.CLOSED_UNRATED));
    }

    private boolean isRatedCategory(Appeal appeal) {
        Classification classified = appeal.classification();
        return categories.isRated(classified.categoryVersion(), classified.category());
    }
}

package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The call-backs of an appeal, open and closed: whoever is silent or dissatisfied is called back, and some of the others. */
@ApplicationScoped
public class Callbacks {
    private final AppealParts parts;

    public Callbacks(AppealParts parts) {
        this.parts = parts;
    }

    /** @param isLast nobody calls again */
    public record Noted(Callback callback, CallbackAttempt attempt, int number, boolean isLast) {}

    /** About the reply of a round. One that is open already ends. */
    public Callback open(Appeal appeal, CallbackOccasion occasion, int round, TimeContext now) {
        end(appeal, now);
        SlaClock clock = appeal.start(
                ClockType.CALLBACK,
                new ClockPlan(
                        now.limits().target(ClockType.CALLBACK, now.calendar(), now.at()), null, HandlingLimits.SOURCE),
                now);
        Callback callback =
                new Callback(appeal, parts.nextSeq(appeal, Callback.class), occasion, round, clock.id(), now.at());
        parts.add(callback);
        return callback;
    }

    /** Some of the good ratings, chosen by the appeal itself: asking again changes nothing. */
    void openSampled(Appeal appeal, TimeContext now) {
        if (Sample.takes(appeal.id(), "rating " + appeal.round(), now.limits().of("samplePercent"))) {
            open(appeal, CallbackOccasion.SAMPLE, appeal.round(), now);
        }
    }

    /** Nobody needs to call any more. */
    public void end(Appeal appeal, TimeContext now) {
        waiting(appeal).ifPresent(open -> {
            open.end(CallbackStatus.ENDED, now.at());
            appeal.stop(open.clockId(), now);
        });
    }

    /**
     * Notes an attempt. After the last one that fails nobody calls again.
     *
     * @param isRated whether an answer to the same round counts already
     * @throws DomainException NO_CALLBACK_DUE; CALLBACK_SAME_HOUR: who was not reached is tried at another hour
     */
    public Noted note(Appeal appeal, CallNote said, boolean isRated, String account, TimeContext now) {
        Callback callback = newest(appeal)
                .filter(newest -> said.answer() == null ? newest.isOpen() : newest.takesAnswers())
                .orElseThrow(() -> new DomainException(AppealProblem.NO_CALLBACK_DUE));
        List<CallbackAttempt> before = attempts(appeal).stream()
                .filter(attempt -> attempt.callback() == callback.seq())
                .toList();
        CallbackAttempt attempt = new CallbackAttempt(
                appeal, parts.nextSeq(appeal, CallbackAttempt.class), callback.seq(), said, account, now.at());
        if (said.outcome() == CallOutcome.NOT_REACHED) {
            requireAnotherHour(before, attempt);
        }
        parts.add(attempt);
        boolean isLast = settle(callback, said, isRated, before.size() + 1, now);
        if (isLast) {
            appeal.answer(callback.clockId(), now);
        }
        return new Noted(callback, attempt, before.size() + 1, isLast);
    }

    private static boolean settle(Callback callback, CallNote said, boolean isRated, int attempts, TimeContext now) {
        CallbackAnswer answer = said.answer();
        if (answer != null) {
            callback.answered(answer, isRated, now.at());
        } else if (said.outcome() == CallOutcome.REFUSED) {
            callback.end(CallbackStatus.REFUSED, now.at());
        } else if (attempts >= now.limits().of("callbackAttempts")) {
            callback.end(CallbackStatus.NOT_REACHED, now.at());
        }
        return !callback.isOpen();
    }

    private static void requireAnotherHour(List<CallbackAttempt> before, CallbackAttempt attempt) {
        if (before.stream().anyMatch(earlier -> earlier.hour() == attempt.hour())) {
            throw new DomainException(
                    AppealProblem.CALLBACK_SAME_HOUR,
                    before.stream()
                            .map(earlier -> Integer.toString(earlier.hour()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The one for which somebody has to call. */
    public Optional<Callback> waiting(Appeal appeal) {
        return newest(appeal).filter(Callback::isOpen);
    }

    /** The one that takes an answer. */
    public Optional<Callback> answerable(Appeal appeal) {
        return newest(appeal).filter(Callback::takesAnswers);
    }

    private Optional<Callback> newest(Appeal appeal) {
        return mayExist(appeal)
                ? parts.newest(appeal, Callback.class).filter(callback -> isHeard(appeal, callback))
                : Optional.empty();
    }

    /** What a plan is worked on for is answered later, and whoever follows another appeal is asked about that. */
    private static boolean isHeard(Appeal appeal, Callback callback) {
        return switch (appeal.state()) {
            case MERGED -> false;
            case TRACKING -> callback.round() != appeal.round();
            default -> true;
        };
    }

    public List<Callback> of(Appeal appeal) {
        return mayExist(appeal) ? parts.of(appeal, Callback.class) : List.of();
    }

    public List<CallbackAttempt> attempts(Appeal appeal) {
        return mayExist(appeal) ? parts.of(appeal, CallbackAttempt.class) : List.of();
    }

    /** Each has a clock, so that an appeal without one costs no query. */
    private static boolean mayExist(Appeal appeal) {
        return appeal.clock(ClockType.CALLBACK).isPresent();
    }
}

package org.pengjiang.appeal.model.appeal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** The clocks of one appeal, and what its states do to them. */
record ClockBoard(Appeal appeal, List<SlaClock> clocks) {
    /** The promises to the enterprise. */
    void startPromises(Instant from, TimeContext now) {
        start(ClockType.CONTACT, from, null, now);
        start(ClockType.RESOLVE, from, null, now);
        start(ClockType.LIMIT, from, null, now);
    }

    /** Those of a round that begins with what came of a plan: nobody has to reach the enterprise first. */
    void promiseReply(AppealState state, TimeContext now) {
        for (ClockType type : List.of(ClockType.RESOLVE, ClockType.LIMIT)) {
            start(type, now.at(), null, now);
            follow(clocks.getLast(), state.clocks().on(type), now);
        }
    }

    void start(ClockType type, Instant from, @Nullable AssignmentRef ofUnit, TimeContext now) {
        clocks.add(SlaClock.start(appeal, type, from, ofUnit, now));
    }

    /**
     * The clock by which the unit is measured is answered with it.
     *
     * @return whether it was in time; empty when there is none that waits
     */
    Optional<Boolean> answer(ClockType type, TimeContext now) {
        type.ofUnit().flatMap(this::waiting).ifPresent(ofUnit -> ofUnit.answer(now));
        return waiting(type).map(clock -> {
            clock.answer(now);
            return clock.result().orElseThrow().met();
        });
    }

    void startAgain(ClockType type, @Nullable AssignmentRef owing, TimeContext now) {
        waiting(type).ifPresent(clock -> clock.answer(now));
        start(type, now.at(), owing, now);
    }

    /** The clock of a part. */
    SlaClock start(ClockType type, ClockPlan plan, TimeContext now) {
        if (!type.isOfPart()) {
            throw new IllegalStateException(type + " is of no part");
        }
        SlaClock clock = SlaClock.ofPart(appeal, type, plan, now);
        clocks.add(clock);
        return clock;
    }

    /** @param change what becomes of it, if it still waits */
    void change(UUID clock, Consumer<SlaClock> change) {
        clocks.stream()
                .filter(candidate -> candidate.id().equals(clock) && candidate.isWaiting())
                .forEach(change);
    }

    /** What a state that the appeal comes to makes of the clocks of this round: no clock outlives the states that it belongs to. */
    void leaveFor(AppealState state, TimeContext now) {
        clocks.stream()
                .filter(clock -> clock.type().isOfPart() && clock.isWaiting())
                .forEach(clock -> followAsPart(clock, state, now));
        follow(state.clocks()::on, now);
    }

    /** The same where the appeal goes back to the state that it came from: what has paused since goes on there, and does not begin anew. */
    void goBackTo(AppealState state, TimeContext now) {
        follow(
                type -> state.clocks().on(type) == ClockEffect.START
                        ? ClockEffect.RUN
                        : state.clocks().on(type),
                now);
    }

    /** Nothing waits in a round that is over but what a part waits for. */
    void endRound(TimeContext now) {
        clocks.stream()
                .filter(clock ->
                        clock.round() == appeal.round() && !clock.type().isOfPart() && clock.isWaiting())
                .forEach(clock -> clock.stop(now));
    }

    private void follow(Function<ClockType, ClockEffect> effects, TimeContext now) {
        clocks.stream()
                .filter(clock ->
                        clock.round() == appeal.round() && !clock.type().isOfPart())
                .filter(clock -> !clock.type().isOfUnit() || isNewest(clock))
                // the next one begins with what the present handler says
                .filter(clock -> clock.type() != ClockType.NEXT_UPDATE || !clock.hasEndedUnanswered())
                .filter(clock -> clock.type() != ClockType.PLAN || clock.isWaiting() || isPlanned(now))
                .forEach(clock -> follow(clock, effects.apply(clock.type()), now));
    }

    /** Whether the promise that a part helps to keep runs. */
    boolean goesOn(ClockType type) {
        return type.helpsToKeep()
                .map(promise -> appeal.state().clocks().on(promise) != ClockEffect.PAUSE)
                .orElse(true);
    }

    /** The end of the appeal concerns it, or what becomes of the promise that it helps to keep. */
    private static void followAsPart(SlaClock clock, AppealState state, TimeContext now) {
        ClockEffect effect = clock.type()
                .helpsToKeep()
                .map(state.clocks()::on)
                .orElse(state.open() || clock.type().outlivesEnd() ? ClockEffect.RUN : ClockEffect.STOP);
        switch (effect) {
            case RUN -> {
                if (clock.type().pausesWithPromise() && clock.isPaused() && !clock.isHeld()) {
                    clock.resume(now);
                }
            }
            case PAUSE -> {
                if (clock.type().pausesWithPromise() && clock.isOpen() && !clock.isPaused()) {
                    clock.pause(now);
                }
            }
            case ANSWER, START, AWAIT, STOP -> clock.stop(now);
        }
    }

    /** What a unit was measured by before stays as it ended. */
    private boolean isNewest(SlaClock clock) {
        return ofRound(clock.type())
                .reduce((before, after) -> after)
                .filter(clock::equals)
                .isPresent();
    }

    /** What was stopped at that moment, and belongs to this state or to a part, goes on as it stood then. The time in between is a gap. */
    void comeBack(AppealState state, Instant since, TimeContext now) {
        clocks.stream()
                .filter(clock -> clock.isStoppedSince(since))
                .filter(clock -> clock.round() == appeal.round() || outlastsRounds(clock.type()))
                .filter(clock -> mayComeBack(clock.type(), state))
                .filter(clock -> !clock.type().isOfUnit() || isNewest(clock))
                .forEach(clock -> clock.comeBack(now));
    }

    /** What a part waits for on its own account. */
    private static boolean outlastsRounds(ClockType type) {
        return type.isOfPart() && type.helpsToKeep().isEmpty();
    }

    /** Whoever helps to keep a promise is waited for where that goes on. */
    private static boolean mayComeBack(ClockType type, AppealState state) {
        return outlastsRounds(type) || state.clocks().keeps(type.helpsToKeep().orElse(type));
    }

    /** What a handler owes whoever gets the appeal as it stands owes from now on; the promises to the enterprise go on. */
    void handOver(AssignmentRef next, TimeContext now) {
        for (ClockType type : ClockType.values()) {
            if (type.isOfUnit()
                    && AppealState.REVIEW.clocks().on(type) == ClockEffect.RUN
                    && type != ClockType.NEXT_UPDATE
                    && isStopped(type)) {
                // should it go on, it does so for whoever has the appeal then
                start(type, now.at(), next, now);
                clocks.getLast().stop(now);
            }
            waiting(type).filter(clock -> type.isOfUnit()).ifPresent(before -> {
                before.stop(now);
                start(type, now.at(), next, now);
                if (appeal.state().clocks().on(type) == ClockEffect.PAUSE) {
                    clocks.getLast().pause(now);
                }
            });
        }
    }

    private boolean isStopped(ClockType type) {
        return ofRound(type)
                .reduce((before, after) -> after)
                .filter(SlaClock::hasEndedUnanswered)
                .isPresent();
    }

    /** The harder promise first: a softer one is not moved past it. */
    List<RevisedClock> followClass(Classification before, boolean mayPass, String why, TimeContext now) {
        return clocks.stream()
                .filter(clock -> clock.round() == appeal.round() && clock.type().isOfPolicy())
                .sorted(Comparator.comparingInt(clock -> clock.type().softness()))
                .flatMap(clock -> clock.followClass(before, appeal.classification(), mayPass, why, now).stream()
                        .map(revision -> new RevisedClock(clock, revision)))
                .toList();
    }

    /**
     * The plan is owed, or owed no longer, as the class says now.
     *
     * @param present whose handler owes it; null where nobody handles the appeal
     */
    void followPlan(@Nullable AssignmentRef present, TimeContext now) {
        ClockEffect effect = appeal.state().clocks().on(ClockType.PLAN);
        boolean isOwed = effect == ClockEffect.START || effect == ClockEffect.RUN || effect == ClockEffect.PAUSE;
        if (!isPlanned(now)) {
            waiting(ClockType.PLAN).ifPresent(clock -> clock.stop(now));
        } else if (present != null
                && isOwed
                && !isAnswered(ClockType.PLAN)
                && waiting(ClockType.PLAN).isEmpty()) {
            start(ClockType.PLAN, now.at(), present, now);
            if (effect == ClockEffect.PAUSE) {
                clocks.getLast().pause(now);
            }
        }
    }

    private static void follow(SlaClock clock, ClockEffect effect, TimeContext now) {
        switch (effect) {
            case RUN, AWAIT -> {
                if (clock.isPaused()) {
                    clock.resume(now);
                } else if (clock.hasEndedUnanswered()) {
                    clock.reinstate(now);
                }
            }
            case PAUSE -> {
                if (clock.hasEndedUnanswered()) {
                    clock.reinstate(now);
                }
                if (clock.isOpen() && !clock.isPaused()) {
                    clock.pause(now);
                }
            }
            case ANSWER -> {
                if (clock.hasEndedUnanswered()) {
                    clock.reinstate(now);
                }
                if (clock.isWaiting()) {
                    clock.answer(now);
                }
            }
            case START, STOP -> {
                if (clock.isWaiting()) {
                    clock.stop(now);
                }
            }
        }
    }

    /** Starts what the state waits for; no unit is measured by what the enterprise has already. */
    void enter(AppealState state, @Nullable AssignmentRef present, TimeContext now) {
        state.clocks().with(ClockEffect.START).stream()
                .filter(type -> type.asLongAs().filter(this::isAnswered).isEmpty())
                .filter(type -> waiting(type).isEmpty())
                .filter(type -> type != ClockType.PLAN || isPlanned(now))
                // the first round corrects nothing
                .filter(type -> type != ClockType.CORRECTION || appeal.round() > 1)
                .forEach(type -> start(type, now.at(), type.isOfUnit() ? owing(type, present) : null, now));
    }

    /** Not every class owes the enterprise a plan. */
    private boolean isPlanned(TimeContext now) {
        return !now.policy()
                .targets(
                        appeal.classification().timeClass(),
                        ClockType.PLAN,
                        appeal.classification().category())
                .isEmpty();
    }

    private static AssignmentRef owing(ClockType type, @Nullable AssignmentRef present) {
        return Objects.requireNonNull(present, () -> "no assignment is named whose handler owes " + type);
    }

    /** Starts what the state waits for because no rule named a handler; what goes on already is not begun anew. */
    void await(AppealState state, TimeContext now) {
        state.clocks().with(ClockEffect.AWAIT).stream()
                .filter(type -> waiting(type).isEmpty())
                .forEach(type -> start(type, now.at(), null, now));
    }

    Optional<SlaClock> nextToFire(Instant by) {
        return clocks.stream()
                .filter(clock -> clock.firesBy(by))
                .min(Comparator.comparing((SlaClock clock) -> clock.nextFireAt().orElseThrow())
                        .thenComparing(SlaClock::type));
    }

    /** The earliest due of a promise that nobody has kept yet. */
    Optional<Instant> nextDue() {
        return clocks.stream()
                .filter(clock -> clock.isWaiting() && clock.type().kind().isBreachedAtDue())
                .flatMap(clock -> clock.dueAt().stream())
                .min(Comparator.naturalOrder());
    }

    /** When the harder promise of the same round is due. */
    Optional<Instant> harderDue(SlaClock softer) {
        return clocks.stream()
                .filter(clock -> clock.round() == softer.round()
                        && Optional.of(clock.type()).equals(softer.type().harder())
                        && clock.isOpen())
                .flatMap(clock -> clock.dueAt().stream())
                .findFirst();
    }

    private boolean isAnswered(ClockType type) {
        return ofRound(type)
                .anyMatch(clock -> clock.result().map(ClockResult::answeredAt).isPresent());
    }

    private Optional<SlaClock> waiting(ClockType type) {
        return ofRound(type).filter(SlaClock::isWaiting).findFirst();
    }

    private Stream<SlaClock> ofRound(ClockType type) {
        return clocks.stream().filter(clock -> clock.round() == appeal.round() && clock.type() == type);
    }
}

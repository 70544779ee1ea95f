package org.pengjiang.appeal.model.appeal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.TimeContext;
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

    void start(ClockType type, Instant from, @Nullable AssignmentRef ofUnit, TimeContext now) {
        clocks.add(new SlaClock(appeal, type, from, ofUnit, now));
    }

    /** @return whether it was in time; empty when there is none that waits */
    Optional<Boolean> answer(ClockType type, TimeContext now) {
        return waiting(type).map(clock -> {
            clock.answer(now.calendar(), now.at());
            return clock.result().orElseThrow().met();
        });
    }

    /** What a state that the appeal comes to makes of the clocks of this round: no clock outlives the states that it belongs to. */
    void leaveFor(AppealState state, TimeContext now) {
        clocks.stream()
                .filter(clock -> clock.round() == appeal.round())
                .forEach(clock -> follow(clock, state.clocks().on(clock.type()), now));
    }

    private static void follow(SlaClock clock, ClockEffect effect, TimeContext now) {
        switch (effect) {
            case RUN, AWAIT -> {
                if (clock.isPaused()) {
                    clock.resume(now.calendar(), now.at());
                } else if (clock.isStopped()) {
                    clock.reinstate(now.calendar(), now.at());
                }
            }
            case PAUSE -> {
                if (clock.isStopped()) {
                    clock.reinstate(now.calendar(), now.at());
                }
                if (clock.isOpen() && !clock.isPaused()) {
                    clock.pause(now.calendar(), now.at());
                }
            }
            case ANSWER -> {
                if (clock.isWaiting()) {
                    clock.answer(now.calendar(), now.at());
                }
            }
            case START, STOP -> {
                if (clock.isWaiting()) {
                    clock.stop(now.calendar(), now.at());
                }
            }
        }
    }

    /** Starts what the state waits for. */
    void enter(AppealState state, @Nullable AssignmentRef present, TimeContext now) {
        state.clocks()
                .with(ClockEffect.START)
                .forEach(type -> start(type, now.at(), type.isOfUnit() ? owing(type, present) : null, now));
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
                .filter(clock -> clock.isWaiting() && clock.type().isPromise())
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

    private Optional<SlaClock> waiting(ClockType type) {
        return ofRound(type).filter(SlaClock::isWaiting).findFirst();
    }

    private Stream<SlaClock> ofRound(ClockType type) {
        return clocks.stream().filter(clock -> clock.round() == appeal.round() && clock.type() == type);
    }
}

package org.pengjiang.appeal.model.appeal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** The clocks of one appeal, and what its states do to them. */
record ClockBoard(Appeal appeal, List<SlaClock> clocks) {
    private static final Set<ClockType> ENDED_BY_REPLY = Set.of(ClockType.RESOLVE, ClockType.LIMIT);
    private static final Set<ClockType> STEPS = EnumSet.copyOf(Arrays.stream(AppealState.values())
            .flatMap(state -> state.step().stream())
            .toList());

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

    void stop(ClockType type, TimeContext now) {
        waiting(type).ifPresent(clock -> clock.stop(now.calendar(), now.at()));
    }

    void stopAll(TimeContext now) {
        clocks.stream().filter(SlaClock::isWaiting).forEach(clock -> clock.stop(now.calendar(), now.at()));
    }

    /** The promises of this round run, pause and stop as the state says; the clock of a step ends with it, whoever took it. */
    void follow(AppealState state, TimeContext now) {
        if (!state.open()) {
            stopAll(now);
            return;
        }
        ofRound(ClockType.CONTACT).forEach(clock -> follow(clock, state.contact(), now));
        STEPS.stream().filter(step -> !state.step().equals(Optional.of(step))).forEach(step -> stop(step, now));
        ENDED_BY_REPLY.stream().flatMap(this::ofRound).forEach(clock -> follow(clock, state.resolve(), now));
    }

    private static void follow(SlaClock clock, ClockEffect mode, TimeContext now) {
        switch (mode) {
            case RUN -> {
                if (clock.isPaused()) {
                    clock.resume(now.calendar(), now.at());
                } else if (clock.isStopped()) {
                    clock.reinstate(now.calendar(), now.at());
                }
            }
            case PAUSE -> {
                if (clock.isOpen() && !clock.isPaused()) {
                    clock.pause(now.calendar(), now.at());
                }
            }
            case STOP -> {
                if (clock.isWaiting()) {
                    clock.stop(now.calendar(), now.at());
                }
            }
        }
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

    boolean isAnswered(ClockType type) {
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

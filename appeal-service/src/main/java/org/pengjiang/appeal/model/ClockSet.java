package org.pengjiang.appeal.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of one appeal, and what its states do to them. */
record ClockSet(Appeal appeal, List<DeadlineClock> clocks) {
    private static final Set<ClockType> ENDED_BY_REPLY = Set.of(ClockType.RESOLVE, ClockType.LIMIT);
    private static final Set<ClockType> STEPS = EnumSet.copyOf(Arrays.stream(AppealState.values())
            .flatMap(state -> state.step().stream())
            .toList());

    /** The promises to the enterprise. */
    void startPromises(Instant from, Now now) {
        start(ClockType.CONTACT, from, null, now);
        start(ClockType.RESOLVE, from, null, now);
        start(ClockType.LIMIT, from, null, now);
    }

    void start(ClockType type, Instant from, @Nullable Assignment ofUnit, Now now) {
        clocks.add(new DeadlineClock(appeal, type, from, ofUnit, now));
    }

    /** @return whether it was in time; empty when there is none that waits */
    Optional<Boolean> answer(ClockType type, Now now) {
        return waiting(type).map(clock -> {
            clock.answer(now.calendar(), now.at());
            return clock.result().orElseThrow().met();
        });
    }

    void stop(ClockType type, Now now) {
        waiting(type).ifPresent(clock -> clock.stop(now.calendar(), now.at()));
    }

    void stopAll(Now now) {
        clocks.stream().filter(DeadlineClock::isWaiting).forEach(clock -> clock.stop(now.calendar(), now.at()));
    }

    /** The promises of this round run, pause and stop as the state says; the clock of a step ends with it, whoever took it. */
    void follow(AppealState state, Now now) {
        if (!state.open()) {
            stopAll(now);
            return;
        }
        ofRound(ClockType.CONTACT).forEach(clock -> follow(clock, state.contact(), now));
        STEPS.stream().filter(step -> !state.step().equals(Optional.of(step))).forEach(step -> stop(step, now));
        ENDED_BY_REPLY.stream().flatMap(this::ofRound).forEach(clock -> follow(clock, state.resolve(), now));
    }

    private static void follow(DeadlineClock clock, ClockMode mode, Now now) {
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

    Optional<DeadlineClock> nextToFire(Instant by) {
        return clocks.stream()
                .filter(clock -> clock.firesBy(by))
                .min(Comparator.comparing(
                                (DeadlineClock clock) -> clock.nextFireAt().orElseThrow())
                        .thenComparing(DeadlineClock::type));
    }

    /** The earliest due of a promise that nobody has kept yet. */
    Optional<Instant> nextDue() {
        return clocks.stream()
                .filter(clock -> clock.isWaiting() && clock.type().isPromise())
                .flatMap(clock -> clock.dueAt().stream())
                .min(Comparator.naturalOrder());
    }

    boolean isAnswered(ClockType type) {
        return ofRound(type)
                .anyMatch(clock -> clock.result().map(ClockResult::answeredAt).isPresent());
    }

    private Optional<DeadlineClock> waiting(ClockType type) {
        return ofRound(type).filter(DeadlineClock::isWaiting).findFirst();
    }

    private Stream<DeadlineClock> ofRound(ClockType type) {
        return clocks.stream().filter(clock -> clock.round() == appeal.round() && clock.type() == type);
    }
}

package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.Transition;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.ClockState;

/**
 * What every row of the state machine does to the clocks, from every state to every state that it leads to, also of the rows
 * that no operation offers yet: whatever leaves REPLIED ends the window to rate, whatever comes back to DISPATCHED has to be
 * signed for, and so on.
 */
class ClocksOfEveryTransitionTest {
    /** The one state that each of these clocks belongs to. */
    private static final Map<ClockType, AppealState> OF_ONE_STATE = Map.ofEntries(
            Map.entry(ClockType.QUESTION, AppealState.WAIT_ENTERPRISE),
            Map.entry(ClockType.SUSPENSION_REVIEW, AppealState.SUSPENDED),
            Map.entry(ClockType.ACCEPT, AppealState.SUBMITTED),
            Map.entry(ClockType.SUPPLEMENT, AppealState.SUPPLEMENT),
            Map.entry(ClockType.DISPATCH, AppealState.PENDING_DISPATCH),
            Map.entry(ClockType.SIGN, AppealState.DISPATCHED),
            Map.entry(ClockType.RULING, AppealState.RETURN_REVIEW),
            Map.entry(ClockType.REVIEW, AppealState.REVIEW),
            Map.entry(ClockType.TRACKING_REVIEW, AppealState.TRACKING),
            Map.entry(ClockType.EVALUATION, AppealState.REPLIED));

    private static final Set<ClockType> PROMISES = EnumSet.of(ClockType.CONTACT, ClockType.RESOLVE, ClockType.LIMIT);
    /** By the promise that each goes along with, from the moment on at which somebody handles the appeal. */
    private static final Map<ClockType, ClockType> OF_UNITS = Map.of(
            ClockType.UNIT_CONTACT,
            ClockType.CONTACT,
            ClockType.UNIT_RESOLVE,
            ClockType.RESOLVE,
            ClockType.PLAN,
            ClockType.RESOLVE);

    private static final Set<AppealState> WITHOUT_PROMISES = EnumSet.of(
            AppealState.REPLIED,
            AppealState.TRACKING,
            AppealState.REJECTED,
            AppealState.CLOSED,
            AppealState.MERGED,
            AppealState.WITHDRAWN);
    private static final Set<AppealState> PAUSED =
            EnumSet.of(AppealState.SUPPLEMENT, AppealState.WAIT_ENTERPRISE, AppealState.SUSPENDED);

    private record Step(Transition row, AppealState to) {}

    @TestFactory
    Stream<DynamicTest> noClockOutlivesItsStateAndEveryStateHasItsOwn() {
        Map<AppealState, List<Step>> ways = ways();
        assertEquals(EnumSet.allOf(AppealState.class), ways.keySet());
        return Transitions.all().stream()
                .filter(row -> row.command() != AppealCommand.SUBMIT)
                .flatMap(row -> row.from().stream()
                        .flatMap(from -> targets(row, from)
                                .map(to -> DynamicTest.dynamicTest(
                                        row.command() + " " + from + " to " + to, () -> walk(ways, row, from, to)))));
    }

    private static Stream<AppealState> targets(Transition row, AppealState from) {
        return row.to().isEmpty() ? Stream.of(from) : row.to().stream();
    }

    private static void walk(Map<AppealState, List<Step>> ways, Transition row, AppealState from, AppealState to) {
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).waiting();
        List<Step> steps = new ArrayList<>();
        if (row.command() == AppealCommand.UNMERGE) {
            steps.addAll(ways.get(to));
            steps.add(new Step(Transitions.of(AppealCommand.MERGE), AppealState.MERGED));
        } else {
            steps.addAll(ways.get(from));
        }
        steps.add(new Step(row, to));
        boolean rated = false;
        for (Step step : steps) {
            life.time = life.time.plus(Duration.ofMinutes(5));
            rated = step.row().answers().contains(ClockType.EVALUATION);
            if (step.row().command() == AppealCommand.UNMERGE) {
                life.appeal.comeBack(
                        AppealCommand.UNMERGE, step.to(), life.time.minus(Duration.ofMinutes(5)), life.now());
            } else {
                go(life, step);
            }
            check(life.appeal, rated);
        }
        // whatever falls due later can be noticed
        AppealState last = life.appeal.state();
        life.time = life.time.plus(Duration.ofDays(90));
        life.sweep();
        boolean isLeftByTime = last == AppealState.DISPATCHED
                || last == AppealState.SUPPLEMENT
                || last == AppealState.WAIT_ENTERPRISE
                || last == AppealState.SUSPENDED
                || (last == AppealState.REPLIED && !rated);
        assertEquals(!isLeftByTime, last == life.appeal.state(), last + " became " + life.appeal.state());
    }

    private static void go(ALife life, Step step) {
        AppealCommand command = step.row().command();
        boolean isAssigned = step.to() == AppealState.DISPATCHED && life.appeal.state() != step.to();
        if (isAssigned) {
            life.assignments.add(life.assignments.assign(
                    life.appeal,
                    command,
                    Handler.unit("440703101"),
                    DispatchBasis.DISPATCHER,
                    "dispatcher",
                    life.now()));
        } else {
            AssignmentRef present =
                    life.assignments.newest(life.appeal).map(Assignment::ref).orElse(null);
            life.appeal.advance(command, step.to(), present, life.now());
        }
        life.appeal.waitForCentre(life.now());
    }

    private static void check(Appeal appeal, boolean rated) {
        AppealState state = appeal.state();
        for (ClockType type : ClockType.values()) {
            List<SlaClock> waiting = appeal.clocks().stream()
                    .filter(clock -> clock.type() == type && clock.isWaiting())
                    .toList();
            assertTrue(
                    waiting.stream().allMatch(clock -> clock.round() == appeal.round()), type + " of a round before");
            assertEquals(isAwaited(appeal, type, rated) ? 1 : 0, waiting.size(), type + " in " + state);
            boolean isPaused = PAUSED.contains(state)
                            && !OF_ONE_STATE.containsKey(type)
                            && OF_UNITS.getOrDefault(type, type) != ClockType.CONTACT
                    || state == AppealState.RETURN_REVIEW && type.isOfUnit();
            waiting.forEach(clock -> assertEquals(
                    isPaused ? ClockState.PAUSED : ClockState.RUNNING, clock.state(), type + " in " + state));
        }
    }

    private static boolean isAwaited(Appeal appeal, ClockType type, boolean rated) {
        if (PROMISES.contains(type)) {
            return !WITHOUT_PROMISES.contains(appeal.state()) && !isAnswered(appeal, type);
        }
        if (type == ClockType.NEXT_UPDATE) {
            return appeal.state().clocks().keeps(type)
                    && appeal.clocks().stream()
                            .anyMatch(clock -> clock.type() == type
                                    && clock.round() == appeal.round()
                                    && clock.result().isEmpty());
        }
        if (OF_UNITS.containsKey(type)) {
            return isAssigned(appeal)
                    && !(type == ClockType.PLAN && isAnswered(appeal, type))
                    && isAwaited(appeal, OF_UNITS.get(type), rated);
        }
        if (type == ClockType.SIGN && appeal.state() == AppealState.RETURN_REVIEW) {
            return appeal.progress().signedAt().isEmpty();
        }
        if (type == ClockType.CORRECTION) {
            return appeal.round() > 1 && isAssigned(appeal) && isAwaited(appeal, ClockType.RESOLVE, rated);
        }
        return OF_ONE_STATE.get(type) == appeal.state() && !(type == ClockType.EVALUATION && rated);
    }

    /** In this round. */
    private static boolean isAssigned(Appeal appeal) {
        return appeal.clocks().stream()
                .anyMatch(clock -> clock.type() == ClockType.SIGN && clock.round() == appeal.round());
    }

    private static boolean isAnswered(Appeal appeal, ClockType type) {
        return appeal.clocks().stream()
                .filter(clock -> clock.type() == type && clock.round() == appeal.round())
                .anyMatch(clock -> clock.result().isPresent());
    }

    /** A way to each state, over what is offered where there is one. */
    private static Map<AppealState, List<Step>> ways() {
        Map<AppealState, List<Step>> ways = new EnumMap<>(AppealState.class);
        ways.put(AppealState.SUBMITTED, List.of());
        extend(ways, Transitions.all().stream().filter(Transition::isOffered).toList());
        extend(ways, Transitions.all());
        return ways;
    }

    private static void extend(Map<AppealState, List<Step>> ways, Collection<Transition> rows) {
        Deque<AppealState> open = new ArrayDeque<>(ways.keySet());
        while (!open.isEmpty()) {
            AppealState from = open.remove();
            for (Transition row : rows) {
                // back to where it was, or without anybody who handles it
                if (row.command() == AppealCommand.UNMERGE || row.command() == AppealCommand.ANSWER_DIRECTLY) {
                    continue;
                }
                for (AppealState to : row.from().contains(from) ? row.to() : Set.<AppealState>of()) {
                    if (!ways.containsKey(to)) {
                        List<Step> way = new ArrayList<>(ways.get(from));
                        way.add(new Step(row, to));
                        ways.put(to, way);
                        open.add(to);
                    }
                }
            }
        }
    }
}

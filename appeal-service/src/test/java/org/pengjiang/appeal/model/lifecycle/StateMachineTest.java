package org.pengjiang.appeal.model.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Every state with every command: what stands in the table is possible, everything else is refused and says what is. */
class StateMachineTest {
    /** The machine as the domain describes it, once more and in another form than the table under test. */
    private static final Map<AppealState, String> POSSIBLE = Map.ofEntries(
            Map.entry(
                    AppealState.SUBMITTED,
                    "REQUEST_SUPPLEMENT REJECT ANSWER_DIRECTLY ACCEPT MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.SUPPLEMENT, "SUPPLEMENT LET_LAPSE MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.REJECTED, "UPHOLD_OBJECTION WRITE_MESSAGE"),
            Map.entry(AppealState.PENDING_DISPATCH, "DISPATCH MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.DISPATCHED, "SIGN SIGN_AUTOMATICALLY RETURN MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.RETURN_REVIEW, "RULE_RETURN MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(
                    AppealState.IN_PROGRESS,
                    "RETURN CONTACT ASK_ENTERPRISE SUSPEND COORDINATE EXTEND REPLY TRACK MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.WAIT_ENTERPRISE, "ANSWER_QUESTION MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.SUSPENDED, "RESUME MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.REVIEW, "APPROVE_REPLY SEND_BACK_REPLY MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(
                    AppealState.REPLIED, "RATE CLOSE CLOSE_BY_WINDOW ORDER_REWORK TRACK MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.REWORK, "REDISPATCH TRACK MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.TRACKING, "FINISH_TRACKING MERGE WITHDRAW WRITE_MESSAGE"),
            Map.entry(AppealState.CLOSED, "REOPEN WRITE_MESSAGE"),
            Map.entry(AppealState.MERGED, "UNMERGE WRITE_MESSAGE"),
            Map.entry(AppealState.WITHDRAWN, "RESUBMIT WRITE_MESSAGE"));

    @TestFactory
    Stream<DynamicTest> everyCommandInEveryState() {
        return Stream.of(AppealState.values())
                .flatMap(state -> Stream.of(AppealCommand.values())
                        .map(command -> DynamicTest.dynamicTest(state + " " + command, () -> answers(state, command))));
    }

    private static void answers(AppealState state, AppealCommand command) {
        if (Set.of(POSSIBLE.get(state).split(" ")).contains(command.name())) {
            assertTrue(Transitions.require(state, command).from().contains(state));
            return;
        }
        DomainException refused = assertThrows(DomainException.class, () -> Transitions.require(state, command));
        assertEquals(AppealProblem.COMMAND_NOT_ALLOWED, refused.code());
        assertEquals(state.name(), refused.members().get("state"));
        assertEquals(
                Transitions.offeredIn(state).stream()
                        .map(AppealCommand::operation)
                        .toList(),
                refused.members().get("allowedCommands"));
    }

    @Test
    void aCommandStandsInOneRowOnly() {
        for (AppealCommand command : AppealCommand.values()) {
            assertEquals(
                    1,
                    Transitions.all().stream()
                            .filter(row -> row.command() == command)
                            .count(),
                    command.name());
        }
    }

    @Test
    void everyStateCanBeReachedAndEveryOpenOneCanBeLeft() {
        // When
        Set<AppealState> reached = EnumSet.of(AppealState.SUBMITTED);
        for (AppealState ignored : AppealState.values()) {
            Transitions.all().stream()
                    .filter(row -> row.from().stream().anyMatch(reached::contains))
                    .forEach(row -> reached.addAll(row.to()));
        }

        // Then
        assertEquals(EnumSet.allOf(AppealState.class), reached);
        for (AppealState state : AppealState.allOpen()) {
            assertTrue(
                    Transitions.all().stream()
                            .anyMatch(row -> row.from().contains(state)
                                    && row.to().stream().anyMatch(to -> to != state)),
                    state.name());
        }
    }

    @Test
    void theClocksPauseOnlyWhileTheEnterpriseOrTheLawIsWaitedFor() {
        // Given
        Set<AppealState> paused =
                EnumSet.of(AppealState.SUPPLEMENT, AppealState.WAIT_ENTERPRISE, AppealState.SUSPENDED);

        // Then
        for (AppealState state : AppealState.values()) {
            assertEquals(paused.contains(state), state.pausesResolve(), state.name());
            if (!state.open()) {
                assertEquals(ClockEffect.STOP, state.contact(), state.name());
                assertEquals(ClockEffect.STOP, state.resolve(), state.name());
            }
        }
    }

    @Test
    void onlyWhatThisReleaseOffersIsNamed() {
        // When
        List<AppealCommand> offered = Transitions.offeredIn(AppealState.DISPATCHED);

        // Then
        assertTrue(offered.contains(AppealCommand.SIGN));
        assertFalse(offered.contains(AppealCommand.SIGN_AUTOMATICALLY), "nobody signs automatically by hand");
        assertFalse(offered.contains(AppealCommand.RETURN), "comes later");
    }
}

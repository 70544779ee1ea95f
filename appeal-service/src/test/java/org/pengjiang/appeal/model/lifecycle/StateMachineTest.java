package org.pengjiang.appeal.model.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Every state with every command and every capacity: what stands in the table is possible, everything else is refused and says what is. */
class StateMachineTest {
    private static final String ANYWHERE = " WRITE_MESSAGE NOTE_RATING CALL_BACK VERIFY_RATING CLEAR_SUPERVISION";
    private static final String WHILE_OPEN =
            ANYWHERE + " MERGE WITHDRAW CHANGE_CLASS CONFIRM_EMERGENCY REFUSE_EMERGENCY ANSWER_URGE";

    private static final String WHILE_HANDLED =
            WHILE_OPEN + " HAND_OVER ASSIGN_PERSON ORDER_SUPERVISION REPORT_ON_ORDER SEND_BACK_REPORT";

    /** Up to the reply other units help. */
    private static final String WHILE_HELPED = WHILE_HANDLED
            + " OBJECT_TO_COTASK RULE_COTASK FINISH_COTASK WAIVE_COTASK REPORT_ARRIVAL DECLINE_COORDINATION"
            + " RECORD_MINUTES SCORE_COORDINATION";

    /** The machine as the domain describes it, once more and in another form than the table under test. */
    private static final Map<AppealState, String> POSSIBLE = Map.ofEntries(
            Map.entry(
                    AppealState.SUBMITTED,
                    "REQUEST_SUPPLEMENT REQUEST_REJECTION REJECT REFUSE_REJECTION ANSWER_DIRECTLY ACCEPT CONTACT URGE"
                            + WHILE_OPEN),
            Map.entry(AppealState.SUPPLEMENT, "SUPPLEMENT LET_LAPSE CONTACT" + WHILE_OPEN),
            Map.entry(AppealState.REJECTED, "OBJECT_TO_REJECTION UPHOLD_OBJECTION DISMISS_OBJECTION" + ANYWHERE),
            Map.entry(AppealState.PENDING_DISPATCH, "DISPATCH URGE" + WHILE_OPEN),
            Map.entry(AppealState.DISPATCHED, "REDIRECT SIGN SIGN_AUTOMATICALLY RETURN URGE" + WHILE_HELPED),
            Map.entry(AppealState.RETURN_REVIEW, "PROPOSE_RULING RULE_RETURN CONTACT URGE" + WHILE_HELPED),
            Map.entry(
                    AppealState.IN_PROGRESS,
                    "RETURN CONTACT HAND_IN_PLAN ASK_ENTERPRISE REQUEST_SUSPENSION SUSPEND REFUSE_SUSPENSION ADD_COTASK"
                            + " COORDINATE REQUEST_EXTENSION EXTEND REFUSE_EXTENSION REPLY PROPOSE_TRACKING TRACK REFUSE_TRACKING URGE"
                            + WHILE_HELPED),
            Map.entry(AppealState.WAIT_ENTERPRISE, "ANSWER_QUESTION OBJECT_TO_QUESTION" + WHILE_HELPED),
            Map.entry(AppealState.SUSPENDED, "CONFIRM_SUSPENSION RESUME URGE" + WHILE_HELPED),
            Map.entry(AppealState.REVIEW, "APPROVE_REPLY SEND_BACK_REPLY URGE" + WHILE_HELPED),
            Map.entry(
                    AppealState.REPLIED,
                    "RATE CLOSE CLOSE_BY_WINDOW ORDER_REWORK DECIDE PROPOSE_TRACKING TRACK REFUSE_TRACKING"
                            + WHILE_HANDLED),
            Map.entry(AppealState.REWORK, "REDISPATCH TRACK URGE" + WHILE_HANDLED),
            Map.entry(
                    AppealState.TRACKING,
                    "REPORT_PROGRESS MEET_MILESTONE WAIVE_MILESTONE REVIEW_TRACKING FINISH_TRACKING URGE"
                            + WHILE_HANDLED),
            Map.entry(AppealState.CLOSED, "REOPEN" + ANYWHERE),
            Map.entry(AppealState.MERGED, "UNMERGE RATE_MASTER" + ANYWHERE),
            Map.entry(AppealState.WITHDRAWN, "RESUBMIT" + ANYWHERE));

    /** Who gives what, of what this release offers. */
    private static final Map<Capacity, String> OFFERED = Map.ofEntries(
            Map.entry(
                    Capacity.ENTERPRISE,
                    "SUBMIT SUPPLEMENT OBJECT_TO_REJECTION ANSWER_QUESTION OBJECT_TO_QUESTION RATE CLOSE"
                            + " REOPEN WITHDRAW RESUBMIT RATE_MASTER URGE WRITE_MESSAGE"),
            Map.entry(
                    Capacity.PARTNER,
                    "SUBMIT SUPPLEMENT OBJECT_TO_REJECTION ANSWER_QUESTION RATE NOTE_RATING WITHDRAW"
                            + " RESUBMIT URGE"),
            Map.entry(
                    Capacity.CENTRE,
                    "SUBMIT REQUEST_SUPPLEMENT SUPPLEMENT REQUEST_REJECTION REJECT REFUSE_REJECTION"
                            + " OBJECT_TO_REJECTION ANSWER_DIRECTLY CHANGE_CLASS CONFIRM_EMERGENCY REFUSE_EMERGENCY"
                            + " ACCEPT CONTACT DISPATCH REDIRECT PROPOSE_RULING MERGE UNMERGE URGE ANSWER_URGE RULE_COTASK WRITE_MESSAGE"),
            Map.entry(
                    Capacity.HANDLER,
                    "SUBMIT SIGN CONTACT HAND_IN_PLAN ASK_ENTERPRISE ADD_COTASK COORDINATE RECORD_MINUTES"
                            + " SCORE_COORDINATION REPLY REPORT_PROGRESS MEET_MILESTONE FINISH_TRACKING"
                            + " ANSWER_URGE WRITE_MESSAGE"),
            Map.entry(Capacity.CO_HANDLER, "FINISH_COTASK REPORT_ARRIVAL DECLINE_COORDINATION SCORE_COORDINATION"),
            Map.entry(Capacity.CO_HEAD, "OBJECT_TO_COTASK"),
            Map.entry(
                    Capacity.HEAD,
                    "RETURN ASSIGN_PERSON WAIVE_COTASK APPROVE_REPLY SEND_BACK_REPLY REQUEST_SUSPENSION"
                            + " CONFIRM_SUSPENSION RESUME REQUEST_EXTENSION PROPOSE_TRACKING WAIVE_MILESTONE"
                            + " REPORT_ON_ORDER WRITE_MESSAGE"),
            Map.entry(Capacity.CALLBACK, "CALL_BACK WRITE_MESSAGE"),
            Map.entry(
                    Capacity.SUPERVISOR,
                    "UPHOLD_OBJECTION DISMISS_OBJECTION CHANGE_CLASS RULE_RETURN ORDER_REWORK REOPEN"
                            + " VERIFY_RATING SUSPEND REFUSE_SUSPENSION CONFIRM_SUSPENSION RESUME EXTEND"
                            + " REFUSE_EXTENSION REVIEW_TRACKING URGE ORDER_SUPERVISION SEND_BACK_REPORT CLEAR_SUPERVISION WRITE_MESSAGE"),
            Map.entry(Capacity.LEADER, "DECIDE EXTEND REFUSE_EXTENSION TRACK REFUSE_TRACKING ORDER_SUPERVISION"),
            Map.entry(
                    Capacity.SYSTEM,
                    "LET_LAPSE ACCEPT DISPATCH SIGN_AUTOMATICALLY ANSWER_QUESTION CLOSE_BY_WINDOW"
                            + " REDISPATCH HAND_OVER RESUME UNMERGE"));

    /** Tasks that leave the state to others. */
    private static final Map<StateTask, AppealCommand> STAYING = Map.of(
            StateTask.CONTACT_MEANWHILE, AppealCommand.CONTACT,
            StateTask.PROPOSE_RULING, AppealCommand.PROPOSE_RULING);

    private static final Set<String> NOT_DECISIVE = Set.of(
            "appeal.contact-attempted.v1",
            "appeal.message-written.v1",
            "appeal.rating-kept.v1",
            "appeal.urged.v1",
            "appeal.urge-answered.v1",
            "appeal.arrived.v1",
            "appeal.coordination-declined.v1",
            "appeal.coordination-scored.v1");

    @TestFactory
    Stream<DynamicTest> everyCommandInEveryStateForEveryCapacity() {
        return Stream.of(AppealState.values())
                .flatMap(state -> Stream.of(AppealCommand.values())
                        .map(command -> DynamicTest.dynamicTest(
                                state + " " + command,
                                () -> Stream.of(Capacity.values())
                                        .forEach(capacity -> answers(state, command, capacity)))));
    }

    private static void answers(AppealState state, AppealCommand command, Capacity capacity) {
        Set<Capacity> as = EnumSet.of(capacity);
        List<String> given = words(OFFERED.get(capacity));
        List<String> possible = words(POSSIBLE.get(state));
        assertEquals(
                given.contains(command.name()) && possible.contains(command.name()),
                Transitions.offeredIn(state, as).contains(command),
                capacity.name());
        if (possible.contains(command.name())) {
            assertTrue(Transitions.require(state, command, as).from().contains(state));
            return;
        }
        DomainException refused = assertThrows(DomainException.class, () -> Transitions.require(state, command, as));
        assertEquals(AppealProblem.COMMAND_NOT_ALLOWED, refused.code());
        assertEquals(state.name(), refused.members().get("state"));
        assertEquals(
                given.stream()
                        .filter(possible::contains)
                        .map(AppealCommand::valueOf)
                        .sorted()
                        .map(AppealCommand::operation)
                        .toList(),
                refused.members().get("allowedCommands"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void aCommandStandsInOneRowOnly() {
        assertEquals(
                List.of(AppealCommand.values()),
                Transitions.all().stream().map(Transition::command).sorted().toList());
    }

    @Test
    void everyStateCanBeReachedAndEveryOpenOneCanBeLeft() {
        // When
        Set<AppealState> reached = EnumSet.of(AppealState.SUBMITTED);
        for (AppealState ignored : AppealState.values()) {
            Transitions.all().stream()
                    .filter(row -> row.command() != AppealCommand.UNMERGE)
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
    void everyOpenStateThatThisReleaseLeadsToWaitsForSomebodyWhoCanLeaveIt() {
        // Given: a bad rating leaves rework in the same transaction
        Set<AppealState> reached = Transitions.all().stream()
                .filter(row -> row.isOffered() && row.command() != AppealCommand.UNMERGE)
                .flatMap(row -> row.to().stream())
                .filter(state -> state.open() && state != AppealState.REWORK)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppealState.class)));

        // Then
        assertEquals(
                EnumSet.of(
                        AppealState.SUBMITTED,
                        AppealState.SUPPLEMENT,
                        AppealState.PENDING_DISPATCH,
                        AppealState.DISPATCHED,
                        AppealState.RETURN_REVIEW,
                        AppealState.IN_PROGRESS,
                        AppealState.WAIT_ENTERPRISE,
                        AppealState.SUSPENDED,
                        AppealState.REVIEW,
                        AppealState.REPLIED,
                        AppealState.TRACKING),
                reached);
        for (AppealState state : reached) {
            assertFalse(StateTask.in(state).isEmpty(), state + " waits for nobody");
            StateTask.in(state).forEach(task -> canBeDone(state, task));
        }
    }

    /** By whom it waits for, with a clock of its own; the supervision only sees to it. */
    private static void canBeDone(AppealState state, StateTask task) {
        List<AppealCommand> leaving = Transitions.offeredIn(state, EnumSet.of(task.who())).stream()
                .filter(command -> Transitions.of(command).to().stream().anyMatch(to -> to != state))
                .toList();
        if (STAYING.containsKey(task)) {
            assertTrue(Transitions.offeredIn(state, EnumSet.of(task.who())).contains(STAYING.get(task)), task.name());
        } else {
            assertFalse(leaving.isEmpty(), task + " waits for " + task.who() + ", who cannot leave " + state);
        }
        assertTrue(task.until().stream().anyMatch(state.clocks()::keeps), task + " has no time of its own");
    }

    @Test
    void theClocksPauseOnlyWhileTheEnterpriseOrTheLawIsWaitedFor() {
        // Given
        Set<AppealState> paused =
                EnumSet.of(AppealState.SUPPLEMENT, AppealState.WAIT_ENTERPRISE, AppealState.SUSPENDED);

        // Then
        for (AppealState state : AppealState.values()) {
            assertEquals(
                    paused.contains(state) ? EnumSet.of(ClockType.RESOLVE, ClockType.LIMIT) : Set.of(),
                    state.clocks().with(ClockEffect.PAUSE).stream()
                            .filter(type -> !type.isOfUnit())
                            .collect(Collectors.toSet()),
                    state.name());
            if (!state.open()) {
                assertTrue(Stream.of(ClockType.values()).noneMatch(state.clocks()::keeps), state.name());
            }
        }
    }

    @Test
    void whatASecondPersonConfirmsSomebodyElseHasAskedFor() {
        for (Transition row : Transitions.all()) {
            row.confirms().ifPresent(asked -> {
                Transition request = Transitions.of(asked);
                assertTrue(
                        row.from().stream()
                                .allMatch(state -> request.from().contains(state)
                                        || request.to().contains(state)
                                        || state == AppealState.REWORK),
                        row.command() + " where nobody can ask by " + asked);
                assertTrue(
                        row.guards().contains(Guard.ANOTHER_PERSON)
                                || request.capacities().stream().noneMatch(row.capacities()::contains),
                        row.command() + " by whoever asked");
            });
        }
    }

    @Test
    void everyRowThatIsOfferedLogsEventsThatHaveATitle() {
        // Given
        Set<String> titled = ResourceBundle.getBundle("event-titles").keySet();

        // Then
        for (Transition row : Transitions.all()) {
            assertEquals(row.isOffered(), !row.events().isEmpty(), row.command().name());
            row.events().stream()
                    .filter(event -> !NOT_DECISIVE.contains(event))
                    .forEach(event -> assertTrue(titled.contains(event), row.command() + " " + event));
        }
    }

    @Test
    void onlyWhatThisReleaseOffersIsNamed() {
        // When
        List<AppealCommand> offered = Transitions.offeredIn(AppealState.DISPATCHED);

        // Then
        assertTrue(offered.contains(AppealCommand.SIGN));
        assertFalse(offered.contains(AppealCommand.SIGN_AUTOMATICALLY), "nobody signs automatically by hand");
        Transitions.all().stream()
                .filter(row -> !row.isOffered())
                .forEach(row -> assertFalse(offered.contains(row.command()), row.command() + " comes later"));
    }
}

package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockEscalated;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.clock.EscalationFired;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.CotaskOutcome;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.evaluation.CallNote;
import org.pengjiang.appeal.model.evaluation.CallOutcome;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockOwner;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundCause;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.merging.FollowerRating;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.round.AppealRound;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.appeal.model.supervision.OrderStatus;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.Urge;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.withdrawal.Withdrawal;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.appeal.model.withdrawal.WithdrawnBy;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.kit.problem.DomainException;

/** Whatever is tried in whatever order, at whatever moment, swept often or late: what an appeal promises holds. */
class RandomLivesTest {
    private static final Set<ClockType> STEPS_OF_OFFICES =
            Set.of(ClockType.ACCEPT, ClockType.DISPATCH, ClockType.SIGN, ClockType.RULING, ClockType.REVIEW);
    private static final Set<ClockType> MEASURES_OF_UNITS = Set.of(ClockType.UNIT_CONTACT, ClockType.UNIT_RESOLVE);
    /** What files it, and what a bad rating does by itself. */
    private static final Set<AppealCommand> NOT_GIVEN = Set.of(
            AppealCommand.SUBMIT,
            AppealCommand.REDISPATCH,
            AppealCommand.LET_LAPSE,
            AppealCommand.REQUEST_REJECTION,
            AppealCommand.REJECT,
            AppealCommand.REFUSE_REJECTION,
            AppealCommand.OBJECT_TO_REJECTION,
            AppealCommand.UPHOLD_OBJECTION,
            AppealCommand.DISMISS_OBJECTION,
            AppealCommand.ANSWER_DIRECTLY,
            AppealCommand.CONFIRM_EMERGENCY,
            AppealCommand.REFUSE_EMERGENCY);

    /** What begins a round, which is dispatched in the same step. */
    private static final Set<AppealCommand> REWORKING =
            Set.of(AppealCommand.RATE, AppealCommand.ORDER_REWORK, AppealCommand.REOPEN, AppealCommand.VERIFY_RATING);

    /** What can be given in every state and leaves it. */
    private static final Set<AppealCommand> BESIDES =
            Set.of(AppealCommand.CALL_BACK, AppealCommand.VERIFY_RATING, AppealCommand.NOTE_RATING);

    /** Rare, or no life would get anywhere. */
    private static final Set<AppealCommand> SUPERVISION = Set.of(
            AppealCommand.URGE,
            AppealCommand.ANSWER_URGE,
            AppealCommand.ORDER_SUPERVISION,
            AppealCommand.REPORT_ON_ORDER,
            AppealCommand.SEND_BACK_REPORT,
            AppealCommand.CLEAR_SUPERVISION);

    /** What is done to a co-task or a coordination, where there is one. */
    private static final Set<AppealCommand> PARTS_OF_HELP = Set.of(
            AppealCommand.OBJECT_TO_COTASK,
            AppealCommand.RULE_COTASK,
            AppealCommand.FINISH_COTASK,
            AppealCommand.WAIVE_COTASK,
            AppealCommand.REPORT_ARRIVAL,
            AppealCommand.DECLINE_COORDINATION,
            AppealCommand.RECORD_MINUTES,
            AppealCommand.SCORE_COORDINATION);

    /** What leads to a closure: of all the others there are so many that few lives would get there. */
    private static final Set<AppealCommand> STRAIGHT = Set.of(
            AppealCommand.ACCEPT,
            AppealCommand.DISPATCH,
            AppealCommand.SIGN,
            AppealCommand.CONTACT,
            AppealCommand.PROPOSE_RULING,
            AppealCommand.RULE_RETURN,
            AppealCommand.ANSWER_QUESTION,
            AppealCommand.REPLY,
            AppealCommand.APPROVE_REPLY,
            AppealCommand.RATE);

    private static final int LIVES = 2_000;
    private static final int STEPS = 60;
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void noSequenceOfCommandsAndMomentsBreaksWhatIsPromised() {
        long seed = Long.getLong("appeal.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Map<AppealState, Integer> reached = new EnumMap<>(AppealState.class);
        int breaches = 0;
        int stepsBreached = 0;
        int unitsBreached = 0;
        int escalated = 0;
        int rounds = 0;
        int refusals = 0;
        int handedOver = 0;
        int returned = 0;
        int upheld = 0;
        int parted = 0;
        int finished = 0;
        for (int i = 0; i < LIVES; i++) {
            OneLife one = new OneLife(new Random(seed + i));
            try {
                one.live();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + (seed + i) + " after " + one.story, broken);
            }
            reached.merge(one.appeal.state(), 1, Integer::sum);
            breaches += one.appeal.breaches().size();
            stepsBreached += one.stepsBreached;
            unitsBreached += one.unitsBreached;
            escalated += one.escalated;
            rounds += one.appeal.round() - 1;
            refusals += one.refusals;
            handedOver += one.handedOver;
            returned += one.returned;
            upheld += one.upheld;
            parted += one.parted;
            finished += one.finished;
        }
        // a property that never gets anywhere proves nothing
        assertTrue(reached.getOrDefault(AppealState.CLOSED, 0) > LIVES / 100, reached.toString());
        assertTrue(stepsBreached > LIVES / 20, "only " + stepsBreached + " steps were overdue");
        assertTrue(unitsBreached > LIVES / 20, "only " + unitsBreached + " units were late");
        assertTrue(escalated > LIVES / 20, "only " + escalated + " rungs after a due");
        assertTrue(handedOver > LIVES / 20, "only " + handedOver + " handed over");
        assertTrue(returned > LIVES / 20 && upheld > LIVES / 100, returned + " returned, " + upheld + " upheld");
        assertTrue(parted > LIVES / 200, "only " + parted + " parted");
        assertTrue(finished > LIVES / 300, "only " + finished + " co-tasks done");
        assertTrue(
                breaches > LIVES && rounds > LIVES / 100 && refusals > LIVES, breaches + " " + rounds + " " + refusals);
    }

    private static final class OneLife {
        private final Random random;
        private final ALife life;
        private final Appeal appeal;
        private final UUID id;
        private final Map<UUID, Instant> breaches = new HashMap<>();
        private final Map<UUID, ClockType> types = new HashMap<>();
        private final Map<UUID, Boolean> settled = new HashMap<>();
        private final List<String> story = new ArrayList<>();
        private int stepsBreached;
        private int unitsBreached;
        private int escalated;
        private int refusals;
        private int handedOver;
        private int returned;
        private int upheld;
        private int parted;
        private final Appeal master;
        private int finished;
        private int draftsHandedOver;
        private int round = 1;

        OneLife(Random random) {
            this.random = random;
            Instant received = EARLIEST.plusSeconds(random.nextInt(400 * 24 * 3600));
            life = new ALife(
                    received,
                    random.nextInt(4) == 0 ? TimeClass.P0 : TimeClass.P3,
                    random.nextBoolean() ? ALife.WHOLE_DAYS : ALife.POLICY);
            appeal = life.appeal;
            id = appeal.id();
            master = new ALife(received, TimeClass.P3).contacted().appeal;
            waitForCentreAtTimes();
        }

        /** Sometimes a rule is found, and the next command comes at once. */
        private void waitForCentreAtTimes() {
            if (random.nextInt(3) > 0) {
                story.add("wait for the centre");
                life.waiting();
            }
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) == 0) {
                    life.time = life.time.plus(Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 90 : 6000)));
                }
                if (random.nextInt(12) == 0) {
                    pauseForAWhile();
                } else if (random.nextInt(6) == 0) {
                    story.add("sweep");
                    life.sweep();
                } else {
                    tryOne();
                }
                check();
            }
        }

        /** As every command does: first what is due, then the command. */
        private void tryOne() {
            AppealCommand command = command();
            if (!Transitions.of(command).isOffered() || NOT_GIVEN.contains(command)) {
                return;
            }
            life.sweep();
            AppealState before = appeal.state();
            boolean possible = Transitions.of(before, command).isPresent();
            if (possible && isLeftToTheClock(command)) {
                return;
            }
            int parts = parts();
            story.add(life.time + " " + before + " " + command);
            try {
                give(command);
                assertTrue(possible, command + " was taken in " + before);
                assertTrue(
                        Transitions.of(before, command).orElseThrow().leads(before, appeal.state())
                                || command == AppealCommand.CALL_BACK
                                || (REWORKING.contains(command) && appeal.state() == AppealState.DISPATCHED),
                        before + " " + command + " led to " + appeal.state());
            } catch (DomainException refused) {
                refusals++;
                assertEquals(before, appeal.state(), "a refusal changes nothing");
                assertEquals(parts, parts());
                if (!possible) {
                    assertEquals(AppealProblem.COMMAND_NOT_ALLOWED, refused.code());
                    assertEquals(before.name(), refused.members().get("state"));
                    assertEquals(
                            Transitions.offeredIn(before).stream()
                                    .map(AppealCommand::operation)
                                    .toList(),
                            refused.members().get("allowedCommands"));
                }
            }
        }

        private int parts() {
            return life.attempts.of(appeal).size()
                    + life.returns.of(appeal).size()
                    + life.replies.of(appeal).size()
                    + life.messages.of(appeal).size()
                    + life.questions.of(appeal).size()
                    + life.suspensions.of(appeal).size()
                    + life.plans.of(appeal).size()
                    + life.extensions.of(appeal).size()
                    + life.callbacks.of(appeal).size()
                    + life.callbacks.attempts(appeal).size()
                    + life.urges.of(appeal).size()
                    + life.orders.reports(appeal).size()
                    + life.orders.of(appeal).size()
                    + life.cotasks.of(appeal).size()
                    + life.coordinations.of(appeal).size();
        }

        /** Help is rare, or no life would get anywhere. */
        private boolean isSkipped(AppealCommand command) {
            return switch (command) {
                case ADD_COTASK, COORDINATE -> random.nextInt(4) > 0;
                case FINISH_COTASK, WAIVE_COTASK ->
                    random.nextInt(20) > 0 && life.cotasks.open(appeal).isEmpty();
                default -> PARTS_OF_HELP.contains(command) && random.nextInt(8) > 0;
            };
        }

        /** More often one that is possible, or no life would get anywhere. */
        private AppealCommand command() {
            if (appeal.state() == AppealState.IN_PROGRESS && random.nextInt(4) == 0) {
                return towardsTheReply();
            }
            List<AppealCommand> offered = given();
            List<AppealCommand> straight =
                    offered.stream().filter(STRAIGHT::contains).toList();
            List<AppealCommand> some = offered;
            if (random.nextInt(20) == 0) {
                some = List.of(AppealCommand.HAND_OVER);
            } else if (random.nextInt(3) == 0) {
                some = List.of(AppealCommand.values());
            } else if (random.nextBoolean() && !straight.isEmpty()) {
                some = straight;
            }
            AppealCommand command = some.get(random.nextInt(some.size()));
            return isSkipped(command) ? command() : command;
        }

        private AppealCommand towardsTheReply() {
            if (appeal.progress().contactedAt().isEmpty()) {
                return AppealCommand.CONTACT;
            }
            return life.cotasks.mandatory(appeal).isEmpty() ? AppealCommand.REPLY : AppealCommand.FINISH_COTASK;
        }

        private List<AppealCommand> given() {
            boolean besides = random.nextInt(6) == 0;
            return Transitions.offeredIn(appeal.state()).stream()
                    .filter(command -> !NOT_GIVEN.contains(command))
                    .filter(command -> besides || !BESIDES.contains(command))
                    .filter(command -> !SUPERVISION.contains(command) || random.nextInt(10) == 0)
                    .toList();
        }

        /** What the sweep alone does; and closing by hand is rare, or every life would end there. */
        private boolean isLeftToTheClock(AppealCommand command) {
            return command == AppealCommand.CLOSE_BY_WINDOW
                    || command == AppealCommand.SIGN_AUTOMATICALLY
                    || (command == AppealCommand.CLOSE && random.nextInt(4) > 0)
                    || (command == AppealCommand.CHANGE_CLASS && random.nextInt(8) > 0)
                    // or no life would come to an end and stay there
                    || (command == AppealCommand.ORDER_REWORK && random.nextInt(6) > 0)
                    || (command == AppealCommand.REOPEN && random.nextInt(40) > 0)
                    || (command == AppealCommand.WITHDRAW && random.nextInt(150) > 0)
                    || (command == AppealCommand.MERGE && random.nextInt(8) > 0)
                    || (command == AppealCommand.TRACK && random.nextInt(3) > 0);
        }

        private void give(AppealCommand command) {
            TimeContext now = life.now();
            if (PARTS_OF_HELP.contains(command)) {
                appeal.require(command);
            }
            switch (command) {
                case ACCEPT -> {
                    life.accept();
                    waitForCentreAtTimes();
                }
                case REQUEST_SUPPLEMENT -> life.supplements.request(appeal, List.of("虚构"), "dispatcher", now);
                case SUPPLEMENT -> life.supplements.supply(appeal, "虚构", "enterprise", now);
                case CHANGE_CLASS -> changeClass(now);
                case DISPATCH -> life.dispatch(handler());
                case REDIRECT ->
                    life.assignments.add(life.assignments.redirect(appeal, handler(), "dispatcher", "虚构", now));
                case RETURN -> {
                    life.giveBack(who());
                    returned++;
                }
                case PROPOSE_RULING -> life.propose(random.nextBoolean(), who());
                case RULE_RETURN -> rule();
                case HAND_OVER -> handOver();
                case ASSIGN_PERSON -> appeal.putInCharge(null, now);
                case SIGN -> life.sign();
                case SIGN_AUTOMATICALLY -> Transitions.require(appeal.state(), command);
                case CONTACT -> {
                    life.attempts.note(appeal, proof(), 15, "clerk", now);
                    life.updates.told(appeal, now);
                }
                case HAND_IN_PLAN -> life.plans.handIn(appeal, "虚构", "clerk", now);
                case REQUEST_EXTENSION -> life.requestExtension(1 + random.nextInt(5));
                case EXTEND ->
                    life.extensions.grant(appeal, life.extensionAsked(), random.nextBoolean(), null, who(), now);
                case REFUSE_EXTENSION -> life.extensions.refuse(appeal, life.extensionAsked(), "虚构", who(), now);
                case ASK_ENTERPRISE -> life.ask();
                case ANSWER_QUESTION -> life.answer();
                case OBJECT_TO_QUESTION ->
                    life.questions.objectTo(
                            appeal,
                            life.questions.open(appeal).map(Question::seq).orElse(0),
                            "虚构",
                            "enterprise",
                            now);
                case REQUEST_SUSPENSION -> life.requestSuspension();
                case SUSPEND -> life.suspensions.grant(appeal, life.suspensionAsked(), null, who(), now);
                case REFUSE_SUSPENSION -> life.suspensions.refuse(appeal, life.suspensionAsked(), "虚构", who(), now);
                case CONFIRM_SUSPENSION -> life.suspensions.confirm(appeal, life.suspensionThatLasts(), who(), now);
                case RESUME -> life.suspensions.resume(appeal, life.suspensionThatLasts(), "虚构", who(), now);
                case REPLY -> life.replies.draft(appeal, text(), who(), random.nextBoolean(), now);
                case APPROVE_REPLY -> life.replies.approve(appeal, newestReply(command), who(), now);
                case SEND_BACK_REPLY -> life.replies.sendBack(appeal, newestReply(command), who(), "虚构", now);
                case RATE -> life.rate(Solved.values()[random.nextInt(3)], 1 + random.nextInt(5));
                case CLOSE -> life.evaluation.close(appeal, ClosedBy.CALLBACK, now);
                case ORDER_REWORK -> life.orderRework();
                case REOPEN -> life.reopen(OrderedBy.values()[random.nextInt(2)]);
                case DECIDE -> life.decide();
                case CALL_BACK -> life.callBack(note(), random.nextInt(3) == 0);
                case VERIFY_RATING ->
                    life.verify(1 + random.nextInt(appeal.round()), RatingFinding.values()[random.nextInt(2)]);
                case NOTE_RATING -> Transitions.require(appeal.state(), command);
                case CLOSE_BY_WINDOW -> Transitions.require(appeal.state(), command);
                case PROPOSE_TRACKING -> life.propose(who());
                case TRACK -> life.trackings.approve(appeal, null, who(), now);
                case REFUSE_TRACKING -> life.trackings.refuse(appeal, "虚构", who(), now);
                case REPORT_PROGRESS -> {
                    appeal.require(command);
                    life.trackings.report(appeal, now);
                }
                case MEET_MILESTONE -> life.trackings.meet(appeal, milestone(command), "虚构", who(), now);
                case WAIVE_MILESTONE -> life.trackings.waive(appeal, milestone(command), "虚构", who(), now);
                case REVIEW_TRACKING -> {
                    appeal.require(command);
                    life.trackings.review(appeal, now);
                }
                case FINISH_TRACKING -> finishTracking(now);
                case WITHDRAW ->
                    life.withdrawals.withdraw(
                            appeal,
                            new Withdrawal.Said(
                                    WithdrawalReason.NO_LONGER_NEEDED, null, WithdrawnBy.ENTERPRISE, "enterprise"),
                            now);
                case RESUBMIT -> life.withdrawals.resubmit(appeal, now);
                case MERGE -> life.mergings.merge(appeal, master, "/masterId", "虚构", "dispatcher", now);
                case UNMERGE -> {
                    life.mergings.separate(appeal, "虚构", "dispatcher", now);
                    parted++;
                }
                case RATE_MASTER ->
                    life.mergings.rate(
                            appeal, master, new FollowerRating.Said(Solved.SOLVED, 5, null, "enterprise"), now);
                case ADD_COTASK -> life.help(random.nextInt(4) == 0);
                case OBJECT_TO_COTASK ->
                    cotask().ifPresent(cotask -> life.cotasks.object(appeal, cotask, "co-head", "虚构", now));
                case RULE_COTASK -> cotask().filter(this::isObjected).ifPresent(cotask -> rule(cotask, now));
                case FINISH_COTASK ->
                    cotask().ifPresent(cotask -> life.cotasks.finish(appeal, cotask, "co-clerk", "虚构", now));
                case WAIVE_COTASK ->
                    cotask().ifPresent(cotask -> life.cotasks.waive(appeal, cotask, "head", "虚构", now));
                case COORDINATE ->
                    life.call(Duration.ofMinutes(1 + random.nextInt(3000)), ALife.DEPARTMENT, ALife.WATER);
                case REPORT_ARRIVAL ->
                    called().ifPresent(called -> life.coordinations.arrive(appeal, called, "虚构", "co-clerk", now));
                case DECLINE_COORDINATION ->
                    called().ifPresent(called -> life.coordinations.decline(appeal, called, "虚构", "co-clerk", now));
                case RECORD_MINUTES ->
                    coordination().ifPresent(one -> life.coordinations.record(appeal, one, "虚构", "clerk", now));
                case SCORE_COORDINATION -> called().ifPresent(called -> score(called, now));
                case WRITE_MESSAGE -> life.messages.write(appeal, Party.OFFICE, Visibility.PUBLIC, "虚构", "clerk", now);
                case URGE -> life.urge();
                case ANSWER_URGE -> life.urges.answer(appeal, newestUrge(), "虚构", who(), now);
                case ORDER_SUPERVISION -> life.order(1 + random.nextInt(5));
                case REPORT_ON_ORDER -> life.orders.report(appeal, someOrder(), "虚构", who(), now);
                case SEND_BACK_REPORT -> life.orders.sendBack(appeal, someOrder(), "虚构", 1, who(), now);
                case CLEAR_SUPERVISION -> life.orders.clear(appeal, someOrder(), "虚构", who(), now);
                default -> throw new IllegalStateException(command.name());
            }
        }

        /** Sometimes back to where it was: no promise moves back by it. */
        private void changeClass(TimeContext now) {
            Classification present = appeal.classification();
            TimeClass next = present.timeClass() == TimeClass.P3 ? TimeClass.P0 : TimeClass.P3;
            Map<UUID, Instant> dues = new HashMap<>();
            appeal.clocks().forEach(clock -> clock.dueAt().ifPresent(due -> dues.put(clock.id(), due)));
            life.classes.change(
                    appeal,
                    new Classification(present.category(), present.categoryVersion(), next, present.policyVersion()),
                    new Reclassification.Why(ClassChangeCause.DECIDED, "虚构", "dispatcher"),
                    now);
            appeal.clocks()
                    .forEach(clock -> clock.dueAt()
                            .filter(due -> dues.containsKey(clock.id()))
                            .ifPresent(due ->
                                    assertTrue(!due.isAfter(dues.get(clock.id())), clock.type() + " moved back")));
        }

        private void rule() {
            if (random.nextBoolean()) {
                life.uphold(handler(), "supervisor");
                upheld++;
            } else {
                life.refuseReturn(random.nextBoolean() ? "supervisor" : who());
            }
        }

        private int milestone(AppealCommand command) {
            appeal.require(command);
            List<Milestone> all = life.trackings.milestones(appeal);
            return all.get(random.nextInt(all.size())).seq();
        }

        private void finishTracking(TimeContext now) {
            appeal.require(AppealCommand.FINISH_TRACKING);
            ReplyText text = text();
            Replies.requireGrounds(text);
            life.trackings.requireDone(appeal);
            if (appeal.isAnswered()) {
                life.rounds.endByTracking(appeal, now);
            }
            life.replies.draftAfterTracking(appeal, text, who(), random.nextBoolean(), now);
        }

        private int newestUrge() {
            return life.urges.of(appeal).stream().mapToInt(Urge::seq).max().orElse(1);
        }

        private int someOrder() {
            return 1 + random.nextInt(1 + appeal.orderCount());
        }

        /** Some one of them, open or not; without one nothing is done where the state allows it. */
        private Optional<Cotask> cotask() {
            return some(life.cotasks.of(appeal));
        }

        private Optional<Coordination> coordination() {
            return some(life.coordinations.of(appeal));
        }

        private Optional<CalledUnit> called() {
            return coordination().flatMap(one -> some(life.coordinations.called(appeal, one)));
        }

        private <P> Optional<P> some(List<P> all) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }

        private boolean isObjected(Cotask cotask) {
            return life.cotasks.objection(appeal, cotask).isPresent();
        }

        private void rule(Cotask cotask, TimeContext now) {
            if (random.nextBoolean()) {
                UnitKey instead = random.nextBoolean() ? ALife.WATER : null;
                life.cotasks.uphold(appeal, cotask, instead, "centre", "虚构", now);
            } else {
                life.cotasks.dismiss(appeal, cotask, "centre", "虚构", now);
            }
        }

        private void score(CalledUnit called, TimeContext now) {
            if (random.nextBoolean()) {
                life.coordinations.scoreLead(appeal, called, 1 + random.nextInt(5), now);
            } else {
                life.coordinations.scoreUnit(appeal, called, 1 + random.nextInt(5), now);
            }
        }

        private void handOver() {
            int drafts = appeal.state() == AppealState.REVIEW ? 1 : 0;
            life.handOver(handler());
            handedOver++;
            draftsHandedOver += drafts;
        }

        private int newestReply(AppealCommand command) {
            return life.replies.newest(appeal).map(Reply::seq).orElseGet(() -> {
                appeal.require(command);
                throw new AssertionError(command + " without a reply");
            });
        }

        private void pauseForAWhile() {
            if (appeal.state() != AppealState.IN_PROGRESS) {
                return;
            }
            life.sweep();
            if (appeal.state() != AppealState.IN_PROGRESS) {
                return;
            }
            story.add("pause");
            // paused exactly at its due, a clock has nothing left to run on with
            Set<UUID> leftNoTime = appeal.clocks().stream()
                    .filter(clock -> clock.dueAt().filter(life.time::equals).isPresent())
                    .map(SlaClock::id)
                    .collect(Collectors.toSet());
            ClockBoard clocks = new ClockBoard(appeal, appeal.clocks());
            clocks.leaveFor(AppealState.SUSPENDED, life.now());
            List<SlaClock> paused = appeal.clocks().stream()
                    .filter(clock -> clock.state() == ClockState.PAUSED)
                    .filter(clock -> !leftNoTime.contains(clock.id()) && !clock.isHeld())
                    .toList();
            life.time = life.time.plus(Duration.ofMinutes(random.nextInt(40_000)));
            life.sweep();
            for (SlaClock clock : paused) {
                assertEquals(ClockState.PAUSED, clock.state(), "a paused clock never breaches");
                assertTrue(clock.nextFireAt().isEmpty() && clock.dueAt().isEmpty());
            }
            clocks.leaveFor(AppealState.IN_PROGRESS, life.now());
            for (SlaClock clock : paused) {
                assertEquals(ClockState.RUNNING, clock.state());
                assertTrue(
                        !clock.dueAt().orElseThrow().isBefore(life.time),
                        "nor is it late the moment it resumes: " + clock.running());
            }
        }

        private void check() {
            assertEquals(id, appeal.id());
            assertEquals("A-440703-2026-0001", appeal.no());
            assertTrue(appeal.round() == round || appeal.round() == round + 1);
            round = appeal.round();
            assertEquals(appeal.state().open(), appeal.isOpen());
            if (appeal.state().needsAccountableUnit()) {
                assertTrue(appeal.handler().isPresent(), "somebody answers for it");
            }
            appeal.breaches().forEach(breach -> breaches.putIfAbsent(breach.clockId(), breach.dueAt()));
            assertEquals(breaches.size(), appeal.breaches().size(), "a breach stays");
            appeal.breaches().forEach(breach -> assertEquals(breaches.get(breach.clockId()), breach.dueAt()));
            appeal.clocks().forEach(this::check);
            assertEquals(
                    appeal.breaches().size(),
                    life.events.stream().filter(ClockBreached.class::isInstance).count());
            long warnings =
                    life.events.stream().filter(ClockWarned.class::isInstance).count();
            assertEquals(
                    warnings,
                    appeal.clocks().stream()
                            .flatMap(clock -> clock.levels().stream())
                            .filter(level -> level.level() < ClockType.DUE)
                            .count(),
                    "each level once");
            assertEquals(
                    life.events.stream()
                            .filter(ClockEscalated.class::isInstance)
                            .count(),
                    appeal.clocks().stream()
                            .flatMap(clock -> clock.levels().stream())
                            .filter(level -> level.level() > ClockType.DUE)
                            .count(),
                    "each rung once");
            checkPromises();
            checkSupervision();
            checkUnits();
            checkSteps();
            checkRounds();
            checkHelp();
        }

        /** Who helps is waited for no longer than the enterprise waits for the reply, and pauses with it. */
        private void checkHelp() {
            boolean isAnswered =
                    appeal.clock(ClockType.RESOLVE).filter(SlaClock::isWaiting).isEmpty();
            boolean isPaused = appeal.state().clocks().on(ClockType.RESOLVE) == ClockEffect.PAUSE;
            for (Cotask cotask : life.cotasks.of(appeal)) {
                SlaClock clock = cotask.clock();
                assertEquals(cotask.isOpen(), clock.isWaiting(), "co-task " + cotask.outcome());
                assertEquals(
                        cotask.outcome() == CotaskOutcome.FINISHED,
                        isFinished(clock),
                        clock.state().name());
                assertFalse(cotask.isOpen() && (isAnswered || cotask.round() != appeal.round()));
                boolean isContested = life.cotasks.openObjection(appeal, cotask).isPresent();
                assertTrue(clock.state() != ClockState.PAUSED || isPaused || isContested, "paused beside the lead");
                assertTrue(clock.state() != ClockState.RUNNING || !isContested, "nothing falls due before the ruling");
            }
            if (appeal.state() == AppealState.REVIEW || appeal.state() == AppealState.REPLIED) {
                assertEquals(List.of(), life.cotasks.mandatory(appeal), "replied without a mandatory co-task");
            }
            for (Coordination one : life.coordinations.of(appeal)) {
                assertFalse(one.isOpen() && isAnswered);
                life.coordinations
                        .called(appeal, one)
                        .forEach(called -> assertEquals(
                                one.isOpen() && called.isAwaited(),
                                called.clock().isWaiting()));
            }
            finished = (int) life.cotasks.of(appeal).stream()
                    .filter(cotask -> cotask.outcome() == CotaskOutcome.FINISHED)
                    .count();
        }

        private static boolean isFinished(SlaClock clock) {
            return clock.result().map(ClockResult::answeredAt).isPresent();
        }

        /** Every round that has ended has its row, and says how long everything took. */
        private void checkRounds() {
            List<AppealRound> ended = life.rounds.ended(appeal);
            assertEquals(appeal.round() - (appeal.state() == AppealState.CLOSED ? 0 : 1), ended.size());
            for (AppealRound past : ended) {
                assertTrue(past.toContact().isPresent() && past.toReply().isPresent(), "T21");
                assertTrue(
                        Stream.of(past.toContact().orElseThrow(), past.toReply().orElseThrow(), past.toEnd())
                                .allMatch(taken -> taken.workingMinutes() != null
                                        && taken.workingMinutes() >= 0
                                        && taken.workingMinutes() <= taken.minutes()),
                        "T29");
                assertEquals(past.round() == 1, past.cause() == RoundCause.FILED);
            }
        }

        /** Whoever has to answer or report has a clock, and nobody else. */
        private void checkSupervision() {
            assertEquals(life.urges.waiting(appeal).isPresent() ? 1 : 0, waiting(ClockType.URGE), "one urge at a time");
            assertEquals(
                    life.orders.of(appeal).stream()
                            .filter(SupervisionOrder::isToReport)
                            .count(),
                    waiting(ClockType.ORDER));
            assertTrue(appeal.isOpen()
                    || life.orders.of(appeal).stream()
                            .allMatch(order -> order.status() == OrderStatus.CLEARED || order.isToClear()));
        }

        private long waiting(ClockType type) {
            return appeal.clocks().stream()
                    .filter(clock -> clock.type() == type && clock.isWaiting())
                    .count();
        }

        /** What an office owes runs while it is owed, for whoever owes it, and is no breach of a promise to the enterprise. */
        private void checkSteps() {
            for (SlaClock clock : appeal.clocks()) {
                if (!STEPS_OF_OFFICES.contains(clock.type())) {
                    continue;
                }
                assertEquals(ClockFamily.UNIT, clock.family());
                assertEquals(clock.type().isOfCentre(), clock.unitCode().isEmpty());
                boolean isReturned = appeal.state() == AppealState.RETURN_REVIEW && clock.type() == ClockType.SIGN;
                if (clock.isWaiting() && !isReturned) {
                    assertEquals(
                            Optional.of(clock.type()), ALife.stepOf(appeal.state()), clock.type() + " runs in vain");
                    assertEquals(appeal.round(), clock.round());
                    assertEquals(
                            clock.unitCode(),
                            appeal.handler()
                                    .filter(handler -> !clock.type().isOfCentre())
                                    .map(Handler::accountableUnit));
                }
                assertTrue(clock.state() != ClockState.PAUSED || isReturned);
                assertTrue(
                        clock.state() != ClockState.STOPPED || isHandedOver(clock) || !appeal.isOpen(),
                        clock.type() + " was stopped");
            }
            if (appeal.state() == AppealState.REVIEW || appeal.state() == AppealState.DISPATCHED) {
                assertTrue(appeal.clock(ALife.stepOf(appeal.state()).orElseThrow())
                        .orElseThrow()
                        .isWaiting());
            }
            assertEquals(
                    life.replies.of(appeal).stream()
                            .filter(reply -> reply.status() != ReplyStatus.DELIVERED
                                    || reply.reviewedBy().isPresent())
                            .count(),
                    appeal.clocks().stream()
                                    .filter(clock -> clock.type() == ClockType.REVIEW)
                                    .count()
                            - draftsHandedOver,
                    "every draft that somebody else has to judge has a clock of its own");
            assertEquals(
                    appeal.breaches().stream().anyMatch(breach -> breach.family() == ClockFamily.ENTERPRISE),
                    appeal.isBreached());
            stepsBreached = (int) appeal.breaches().stream()
                    .filter(breach -> STEPS_OF_OFFICES.contains(breach.type()) && breach.type() != ClockType.SIGN)
                    .count();
        }

        private boolean isHandedOver(SlaClock clock) {
            return life.assignments.of(appeal).stream()
                    .anyMatch(turn -> turn.seq() > clock.key().assignment() && turn.round() == clock.round());
        }

        /**
         * A unit is measured from its assignment to its end and for nothing else; what nobody had is the centre's, so that the
         * units and the centre together are the district.
         */
        private void checkUnits() {
            for (SlaClock clock : appeal.clocks()) {
                if (clock.type().owner() != ClockOwner.ASSIGNMENT) {
                    continue;
                }
                List<Assignment> turns = life.assignments.of(appeal).stream()
                        // what is tracked after its answer is answered in a round that nobody is assigned for
                        .filter(turn -> turn.round() <= clock.round()
                                && Optional.of(turn.accountableUnit()).equals(clock.unitCode())
                                && !turn.assignedAt().isAfter(clock.startedAt()))
                        .toList();
                assertFalse(turns.isEmpty(), clock.type() + " of no turn");
                if (MEASURES_OF_UNITS.contains(clock.type())) {
                    assertTrue(turns.stream().anyMatch(turn -> turn.assignedAt().equals(clock.startedAt())));
                }
                if (clock.isWaiting()) {
                    assertTrue(turns.getLast().endedAt().isEmpty(), clock.type() + " goes on after its turn");
                }
            }
            long ofUnits = appeal.breaches().stream()
                    .filter(breach -> breach.unitAtDue().isPresent())
                    .count();
            long ofCentre = life.events.stream()
                    .filter(event -> event instanceof ClockBreached breached
                            && breached.chargedTo().equals("CENTRE"))
                    .count();
            assertEquals(appeal.breaches().size(), ofUnits + ofCentre);
            unitsBreached = (int) appeal.breaches().stream()
                    .filter(breach -> MEASURES_OF_UNITS.contains(breach.type()))
                    .count();
            escalated = (int) life.events.stream()
                    .filter(ClockEscalated.class::isInstance)
                    .count();
        }

        private void check(SlaClock clock) {
            assertEquals(clock.type(), types.computeIfAbsent(clock.id(), unknown -> clock.type()));
            boolean missed = clock.state() == ClockState.MISSED;
            if (clock.type().kind().isBreachedAtDue()) {
                assertEquals(missed, breaches.containsKey(clock.id()), clock.type() + " " + clock.state());
            }
            clock.result().ifPresent(result -> {
                assertEquals(result.met(), settled.computeIfAbsent(clock.id(), unknown -> result.met()));
                if (result.met()) {
                    assertTrue(Optional.ofNullable(result.answeredAt())
                                    .orElseThrow()
                                    .getEpochSecond()
                            <= result.dueAt().getEpochSecond());
                }
            });
            assertEquals(
                    clock.levels().stream()
                            .map(EscalationFired::level)
                            .distinct()
                            .count(),
                    clock.levels().size());
            List<Instant> moments = clock.levels().stream()
                    .filter(level -> level.level() >= ClockType.DUE)
                    .map(EscalationFired::firedAt)
                    .toList();
            assertEquals(moments.stream().sorted().toList(), moments, "rung after rung");
            if (clock.nextFireAt().isPresent()) {
                assertTrue(clock.isWaiting(), "nothing fires once it is answered");
            }
            // the stored parts are what the calendar computes with
            clock.running().due(ALife.CALENDAR).ifPresent(due -> {
                if (clock.state() != ClockState.STOPPED) {
                    assertEquals(Optional.of(due.dueAt()), clock.dueAt());
                }
            });
        }

        private void checkPromises() {
            appeal.breaches().forEach(this::checkWhoseItIs);
            if (life.policy.equals(ALife.WHOLE_DAYS)) {
                checkOrder();
            }
            if (!appeal.isOpen()) {
                assertTrue(
                        appeal.clocks().stream()
                                .noneMatch(clock -> clock.isWaiting()
                                        && clock.type() != ClockType.CALLBACK
                                        && clock.type() != ClockType.VERIFICATION),
                        "nothing runs after the end but what call-back and the supervision owe");
                assertTrue(appeal.nextDueAt().isEmpty());
            }
            if (Set.of(AppealState.IN_PROGRESS, AppealState.REVIEW).contains(appeal.state())) {
                assertTrue(appeal.clock(ClockType.RESOLVE).orElseThrow().isWaiting(), "signing stops no promise");
            }
        }

        /** No unit is charged for a moment at which it did not have the appeal, and none that had it is spared. */
        private void checkWhoseItIs(Breach breach) {
            if (breach.type().isOfCentre()) {
                assertTrue(breach.unitAtDue().isEmpty(), breach.type() + " is of no unit");
                return;
            }
            SlaClock clock = appeal.clock(breach.clockId()).orElseThrow();
            if (breach.type().isOfPart() && clock.unitCode().isPresent()) {
                assertEquals(clock.unitCode(), breach.unitAtDue(), "of who helps");
                return;
            }
            if (breach.type() == ClockType.URGE || breach.type() == ClockType.ORDER) {
                List<Assignment> turns = life.assignments.of(appeal).stream()
                        .filter(turn -> !turn.assignedAt().isAfter(breach.dueAt()))
                        .filter(turn -> turn.endedAt()
                                .map(end -> end.isAfter(clock.startedAt()))
                                .orElse(true))
                        .toList();
                breach.unitAtDue()
                        .ifPresent(unit -> assertTrue(
                                !turns.getFirst().assignedAt().isAfter(clock.startedAt())
                                        && turns.stream()
                                                .allMatch(turn ->
                                                        turn.accountableUnit().equals(unit)),
                                breach.type() + " inherited by " + unit));
                return;
            }
            List<String> had = life.assignments.of(appeal).stream()
                    .filter(turn -> !breach.type().isOfCentre())
                    .filter(turn -> !turn.assignedAt().isAfter(breach.dueAt()))
                    .filter(turn -> turn.endedAt()
                            .map(end -> end.isAfter(breach.dueAt()))
                            .orElse(true))
                    .map(Assignment::accountableUnit)
                    .toList();
            assertEquals(had, breach.unitAtDue().stream().toList(), breach.type() + " due at " + breach.dueAt());
        }

        /** The reply is never due after the latest reply, whatever was paused. */
        private void checkOrder() {
            for (SlaClock limit : appeal.clocks()) {
                appeal.clocks().stream()
                        .filter(resolve -> limit.type() == ClockType.LIMIT
                                && resolve.type() == ClockType.RESOLVE
                                && resolve.round() == limit.round()
                                && resolve.dueAt().isPresent()
                                && limit.dueAt().isPresent())
                        .forEach(resolve -> assertTrue(
                                !resolve.dueAt()
                                        .orElseThrow()
                                        .isAfter(limit.dueAt().orElseThrow()),
                                resolve.dueAt() + " after " + limit.dueAt()));
            }
        }

        private Handler handler() {
            return random.nextBoolean()
                    ? Handler.unit("440703101")
                    : Handler.specialClass(UUID.randomUUID(), "440703-ZR");
        }

        private ContactProof proof() {
            return new ContactProof(
                    ContactChannel.values()[random.nextInt(3)],
                    random.nextInt(4) > 0,
                    10 + random.nextInt(20),
                    random.nextInt(4) > 0 ? "R-1" : null,
                    null);
        }

        private ReplyText text() {
            return new ReplyText(
                    ReplyResult.values()[random.nextInt(4)], "虚构", random.nextBoolean() ? "法" : null, "复议");
        }

        private CallNote note() {
            CallOutcome outcome = CallOutcome.values()[random.nextInt(3)];
            return new CallNote(
                    outcome,
                    "R-1",
                    null,
                    outcome == CallOutcome.REACHED
                            ? new CallbackAnswer(Solved.values()[random.nextInt(3)], 1 + random.nextInt(5), null)
                            : null);
        }

        private String who() {
            return random.nextBoolean() ? "clerk" : "head";
        }
    }
}

package org.pengjiang.appeal.model.appeal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.assignment.Updates;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.CoordinationCall;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.CotaskOrder;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.correspondence.ContactAttempts;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.directory.DispatchDecision;
import org.pengjiang.appeal.model.escalation.CloseByWindow;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.model.escalation.LapseRequests;
import org.pengjiang.appeal.model.escalation.PendingRequests;
import org.pengjiang.appeal.model.escalation.ResumeAtWindowEnd;
import org.pengjiang.appeal.model.escalation.ReviewSuspension;
import org.pengjiang.appeal.model.escalation.SignAtLimit;
import org.pengjiang.appeal.model.escalation.UpholdBySilence;
import org.pengjiang.appeal.model.evaluation.CallNote;
import org.pengjiang.appeal.model.evaluation.Callback;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.CallbackOccasion;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LaterRatings;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.Orderer;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.appeal.model.evaluation.RatingMeans;
import org.pengjiang.appeal.model.evaluation.Reopening;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.SuspensionCause;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockKind;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.planning.Consent;
import org.pengjiang.appeal.model.planning.ConsentAsked;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.appeal.model.planning.Plans;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.ReturnGrounds;
import org.pengjiang.appeal.model.returns.ReturnReason;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.appeal.model.returns.RulingProposal;
import org.pengjiang.appeal.model.round.Rounds;
import org.pengjiang.appeal.model.screening.ConfirmEmergencyBySilence;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.LetAppealLapse;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.appeal.model.screening.RejectionCode;
import org.pengjiang.appeal.model.screening.RejectionGrounds;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.appeal.model.screening.Supplements;
import org.pengjiang.appeal.model.supervision.NewOrder;
import org.pengjiang.appeal.model.supervision.NewUrge;
import org.pengjiang.appeal.model.supervision.OrderIssuer;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.appeal.model.supervision.Urger;
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.NewMilestone;
import org.pengjiang.appeal.model.tracking.NewTracking;
import org.pengjiang.appeal.model.tracking.TrackingConsent;
import org.pengjiang.appeal.model.tracking.TrackingPlan;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.appeal.model.withdrawal.Withdrawals;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/** An appeal in memory, with its own clock and its own log. */
final class ALife {
    static final UnitKey DEPARTMENT = new UnitKey("440703", "440703-ZR");
    static final UnitKey WATER = new UnitKey("440703", "440703-SW");

    static final CalendarVersion CALENDAR = CalendarVersion.national().allowingProvisional();
    static final TimePolicy POLICY = new TimePolicy(
            "PJ-2026", LocalDate.of(2020, 1, 1), "as in production", null, true, targets(), Ladders.rungs());

    /** Whole days, as since December 2026. */
    static final TimePolicy WHOLE_DAYS = new TimePolicy(
            "PJ-2026-12", LocalDate.of(2026, 12, 1), "as in production", null, true, wholeDays(), Ladders.rungs());

    private static final Orderer SUPERVISOR = new Orderer("supervisor", OrderedBy.SUPERVISOR);

    final List<AppealEvent> events = new ArrayList<>();
    final AppealParts parts = new ListedParts();
    final Assignments assignments = new Assignments(parts);
    final Cotasks cotasks = new Cotasks(parts);
    final Coordinations coordinations = new Coordinations(parts);
    final Returns returns = new Returns(parts, assignments);
    final Replies replies = new Replies(parts, assignments, cotasks);
    final ContactAttempts attempts = new ContactAttempts(parts);
    final Messages messages = new Messages(parts);
    final Callbacks callbacks = new Callbacks(parts);
    final Trackings trackings = new Trackings(parts, assignments, callbacks);
    final Withdrawals withdrawals = new Withdrawals(parts, assignments, callbacks, returns);
    final Urges urges = new Urges(parts);
    final SupervisionOrders orders = new SupervisionOrders(parts);
    final Mergings mergings = new Mergings(parts, assignments, List.of(orders));
    final Rounds rounds = new Rounds(parts);
    final Verifications verifications = new Verifications(parts);
    final Evaluation evaluation = new Evaluation(
            parts,
            assignments,
            rounds,
            (appeal, last) -> new DispatchDecision(last.handler(), last.basis()),
            (version, code) -> true,
            callbacks,
            verifications,
            orders);
    final LaterRatings later = new LaterRatings(parts, evaluation);
    final Supplements supplements = new Supplements(parts);
    final Rejections rejections = new Rejections(parts);
    final Objections objections = new Objections(parts, rejections);
    final Extensions extensions = new Extensions(parts);
    final Reclassification classes = new Reclassification(parts, assignments, extensions);
    final Emergencies emergencies = new Emergencies(parts, classes);
    final Questions questions = new Questions(parts);
    final Suspensions suspensions = new Suspensions(parts);
    final Plans plans = new Plans(parts);
    final Updates updates = new Updates(assignments);
    final PendingRequests requests = new PendingRequests(suspensions, extensions, trackings);
    final EscalationEngine escalation = new EscalationEngine(
            assignments,
            new AppealLog(new ListedLog(), master -> List.of()),
            List.of(
                    new SignAtLimit(),
                    new CloseByWindow(evaluation),
                    new UpholdBySilence(verifications),
                    new LetAppealLapse(supplements),
                    new ConfirmEmergencyBySilence(emergencies),
                    new ResumeAtWindowEnd(questions),
                    new ReviewSuspension(suspensions),
                    new LapseRequests(requests)));
    final Appeal appeal;
    final TimePolicy policy;
    Instant time;

    ALife(Instant received, TimeClass timeClass) {
        this(received, timeClass, POLICY);
    }

    ALife(Instant received, TimeClass timeClass, TimePolicy policy) {
        this.policy = policy;
        time = received;
        Filing filing = new Filing(
                "停水",
                "虚构",
                null,
                Nature.HELP,
                Urgency.ORDINARY,
                AppealSource.APP,
                null,
                Appellant.enterprise("91440703MA00000077"),
                null,
                null,
                null,
                "enterprise",
                received,
                null,
                received);
        Classification classification = new Classification("A04", 1, timeClass, policy.version());
        appeal = new Appeal(
                Ids.next(), "A-440703-2026-0001", DivisionCode.parse("440703101"), filing, classification, now());
    }

    TimeContext now() {
        return new TimeContext(time, CALENDAR, policy, HandlingLimits.SHIPPED);
    }

    /** What a sweep that comes by now does. */
    int sweep() {
        return escalation.fire(appeal, now());
    }

    ALife at(String moment) {
        time = Instant.parse(moment);
        return this;
    }

    /** No rule names a handler. */
    ALife waiting() {
        appeal.waitForCentre(now());
        return this;
    }

    ALife toSupplement() {
        waiting();
        supplements.request(appeal, List.of("虚构"), "dispatcher", now());
        return this;
    }

    ALife rejected() {
        waiting();
        rejections.request(appeal, new RejectionGrounds(RejectionCode.OTHER, "虚构", "虚构", "虚构"), "dispatcher", now());
        rejections.confirm(appeal, 1, "dispatcher-2", now());
        return this;
    }

    ALife objected() {
        rejected();
        objections.object(appeal, "虚构", "enterprise", now());
        return this;
    }

    ALife emergency() {
        appeal.start(
                ClockType.EMERGENCY,
                new ClockPlan(now().limits().target(ClockType.EMERGENCY, CALENDAR, time), null, HandlingLimits.SOURCE),
                now());
        return this;
    }

    ALife drafted() {
        contacted();
        draft();
        return this;
    }

    /** By a plan with a milestone a month ahead. */
    ALife tracked() {
        contacted();
        return track();
    }

    ALife track() {
        propose("head");
        trackings.approve(appeal, null, "leader", now());
        return this;
    }

    TrackingPlan propose(String account) {
        LocalDate due = ShanghaiTime.date(time).plusDays(30);
        NewMilestone milestone = new NewMilestone("虚构", due);
        return trackings.propose(
                appeal,
                new NewTracking("虚构", "虚构", TrackingConsent.CONSENTED, null, List.of(milestone)),
                account,
                now());
    }

    /** Every milestone of the plan is met; what was answered before is answered in a round of its own. */
    Reply finishTracking(boolean byHead) {
        trackings.milestones(appeal).stream()
                .filter(Milestone::isOpen)
                .map(Milestone::seq)
                .forEach(seq -> trackings.meet(appeal, seq, "虚构", "clerk", now()));
        trackings.requireDone(appeal);
        if (appeal.isAnswered()) {
            rounds.endByTracking(appeal, now());
        }
        ReplyText text = new ReplyText(ReplyResult.SOLVED, "虚构", null, null);
        return replies.draftAfterTracking(appeal, text, byHead ? "head" : "clerk", byHead, now());
    }

    Reply draft() {
        return replies.draft(appeal, new ReplyText(ReplyResult.SOLVED, "虚构", null, null), "clerk", false, now());
    }

    ALife dispatched() {
        accept();
        dispatch(Handler.unit("440703101"));
        return this;
    }

    void accept() {
        appeal.advance(AppealCommand.ACCEPT, AppealState.PENDING_DISPATCH, now());
    }

    void sign() {
        appeal.advance(AppealCommand.SIGN, AppealState.IN_PROGRESS, now());
    }

    void dispatch(Handler handler) {
        assignments.add(assignments.assign(
                appeal, AppealCommand.DISPATCH, handler, DispatchBasis.DISPATCHER, "dispatcher", now()));
    }

    /** By the head of the unit that has it. */
    AppealReturn giveBack(String account) {
        return returns.ask(appeal, new ReturnGrounds(ReturnReason.OTHER_LEAD, "虚构", "虚构", "440703-ZR"), account, now());
    }

    void propose(boolean upheld, String account) {
        RulingProposal how = new RulingProposal(account, time, upheld, upheld ? "440703-ZR" : null, "虚构");
        returns.propose(appeal, newestReturn(), how, now());
    }

    void uphold(Handler next, String account) {
        returns.uphold(appeal, newestReturn(), next, account, "虚构", now()).ifPresent(assignments::add);
    }

    void refuseReturn(String account) {
        returns.refuse(appeal, newestReturn(), account, "虚构", now());
    }

    private int newestReturn() {
        return returns.of(appeal).size();
    }

    ALife returned() {
        dispatched();
        giveBack("head");
        return this;
    }

    /** As when the special class of the handler closes. */
    void handOver(Handler next) {
        assignments.add(assignments.handOver(appeal, next, DispatchBasis.DIRECTORY, now()));
    }

    /** Of the enterprise. */
    void rate(Solved solved, int stars) {
        evaluation
                .rate(appeal, solved, stars, null, new Rater("enterprise", RatingMeans.ACCOUNT), now())
                .next()
                .ifPresent(assignments::add);
    }

    /** By telephone, in a call that counts. */
    void call() {
        attempts.note(appeal, new ContactProof(ContactChannel.CALL, true, 60, "REC-1", null), 15, "clerk", now());
        updates.told(appeal, now());
    }

    ALife asked() {
        contacted();
        ask();
        return this;
    }

    Question ask() {
        return questions.ask(appeal, "虚构", "clerk", now());
    }

    void answer() {
        questions.answer(appeal, questions.open(appeal).map(Question::seq).orElse(0), "虚构", "enterprise", now());
    }

    ALife suspended() {
        contacted();
        requestSuspension();
        suspensions.grant(appeal, suspensionAsked(), null, "supervisor", now());
        return this;
    }

    void requestSuspension() {
        suspensions.request(appeal, SuspensionCause.COURT, "虚构", "虚构", "head", now());
    }

    Extension requestExtension(int amount) {
        return extensions.request(appeal, amount, new ConsentAsked(Consent.CONSENTED, null), "虚构", "head", now());
    }

    int extensionAsked() {
        return extensions.open(appeal).map(Extension::seq).orElse(0);
    }

    int suspensionAsked() {
        return suspensions.open(appeal).map(Suspension::seq).orElse(0);
    }

    int suspensionThatLasts() {
        return suspensions.lasting(appeal).map(Suspension::seq).orElse(0);
    }

    void urge() {
        urges.urge(appeal, new NewUrge(Urger.ENTERPRISE, "虚构", "enterprise"), now());
    }

    void order(int workingDays) {
        orders.order(appeal, new NewOrder(OrderIssuer.SUPERVISOR, "虚构", workingDays, "supervisor"), now());
    }

    /** The head's own reply. */
    void reply(ReplyResult result) {
        replies.draft(appeal, new ReplyText(result, "虚构", null, null), "head", true, now());
    }

    ALife contacted() {
        dispatched();
        sign();
        call();
        return this;
    }

    ALife helped() {
        contacted();
        help(true);
        return this;
    }

    Cotask help(boolean mandatory) {
        return cotasks.add(appeal, new CotaskOrder(DEPARTMENT, "虚构", mandatory), "clerk", now());
    }

    ALife calledTogether() {
        contacted();
        call(Duration.ofHours(20), DEPARTMENT);
        return this;
    }

    Coordination call(Duration ahead, UnitKey... units) {
        CoordinationCall call = new CoordinationCall(List.of(units), "虚构", "厂区", time.plus(ahead));
        return coordinations.call(appeal, call, "clerk", now());
    }

    ALife replied() {
        contacted();
        reply(ReplyResult.SOLVED);
        return this;
    }

    ALife ratedBadlyThreeTimes() {
        replied();
        for (int bad = 1; bad < 3; bad++) {
            rate(Solved.NOT, 1);
            sign();
            call();
            reply(ReplyResult.SOLVED);
        }
        rate(Solved.NOT, 1);
        return this;
    }

    /** As when the supervision finds the reply not enough. */
    void orderRework() {
        evaluation.orderRework(appeal, SUPERVISOR, "虚构", now()).ifPresent(assignments::add);
    }

    /** By the supervision. */
    void verify(int round, RatingFinding finding) {
        evaluation.verify(appeal, round, finding, "虚构", SUPERVISOR, now()).ifPresent(assignments::add);
    }

    void reopen(OrderedBy as) {
        evaluation.reopen(appeal, new Orderer("somebody", as), "虚构", now()).ifPresent(assignments::add);
    }

    /** The leader gives the final reply. */
    void decide() {
        evaluation.decide(appeal, now());
        replies.deliverFinal(appeal, new ReplyText(ReplyResult.NOT, "虚构", "法", "复议"), "leader", now());
    }

    /** As the use case does: the first answer to the present round rates. */
    void callBack(CallNote note, boolean byWhoeverHasNoAccount) {
        appeal.require(AppealCommand.CALL_BACK);
        if (byWhoeverHasNoAccount && appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal)) {
            callbacks.open(appeal, CallbackOccasion.NO_ACCOUNT, appeal.round(), now());
        }
        int round = callbacks.answerable(appeal).map(Callback::round).orElse(0);
        boolean isAnswered = evaluation.isAnswered(appeal, round);
        callbacks.note(appeal, note, isAnswered, "officer", now());
        CallbackAnswer answer = note.answer();
        if (answer != null && !isAnswered && round == appeal.round()) {
            if (appeal.state() == AppealState.REPLIED) {
                evaluation
                        .rate(
                                appeal,
                                answer.solved(),
                                answer.stars(),
                                null,
                                new Rater("officer", RatingMeans.CALLBACK),
                                now())
                        .next()
                        .ifPresent(assignments::add);
            } else if (appeal.state() == AppealState.CLOSED && answer.isBad() && Reopening.isWithin(appeal, now())) {
                reopen(OrderedBy.CALLBACK);
            }
        }
    }

    /** What an office owes there. */
    static Optional<ClockType> stepOf(AppealState state) {
        return Stream.of(ClockType.values())
                .filter(type -> type.family() == ClockFamily.UNIT
                        && type.kind() == ClockKind.OLA
                        && (state.clocks().on(type) == ClockEffect.START
                                || state.clocks().on(type) == ClockEffect.AWAIT))
                .findFirst();
    }

    SlaClock clock(ClockType type) {
        return appeal.clock(type).orElseThrow();
    }

    private static List<TimeTarget> targets() {
        List<TimeTarget> targets = new ArrayList<>();
        add(targets, TimeClass.P0, ClockType.ACCEPT, Target.naturalMinutes(10));
        add(targets, TimeClass.P0, ClockType.DISPATCH, Target.naturalMinutes(5));
        add(targets, TimeClass.P0, ClockType.REVIEW, Target.naturalMinutes(240));
        add(targets, TimeClass.P3, ClockType.ACCEPT, Target.workingMinutes(120));
        add(targets, TimeClass.P3, ClockType.DISPATCH, Target.workingMinutes(30));
        add(targets, TimeClass.P3, ClockType.REVIEW, Target.workingMinutes(240));
        add(targets, TimeClass.P0, ClockType.SIGN, Target.naturalMinutes(10));
        add(targets, TimeClass.P0, ClockType.CONTACT, Target.naturalMinutes(30));
        add(targets, TimeClass.P0, ClockType.RESOLVE, Target.naturalMinutes(1440));
        add(targets, TimeClass.P0, ClockType.LIMIT, Target.naturalMinutes(1440));
        add(targets, TimeClass.P0, ClockType.PLAN, Target.naturalMinutes(120));
        add(targets, TimeClass.P3, ClockType.PLAN, Target.endOfWorkday(1));
        add(targets, TimeClass.P3, ClockType.SIGN, Target.workingMinutes(120));
        add(targets, TimeClass.P3, ClockType.CONTACT, Target.workingMinutes(60));
        add(targets, TimeClass.P3, ClockType.RESOLVE, Target.endOfWorkday(5));
        add(targets, TimeClass.P3, ClockType.LIMIT, Target.naturalDaysRolledForward(7));
        add(targets, TimeClass.P3, ClockType.LIMIT, Target.endOfWorkday(10));
        add(targets, TimeClass.P0, ClockType.EVALUATION, Target.naturalDays(7));
        add(targets, TimeClass.P3, ClockType.EVALUATION, Target.naturalDays(7));
        return targets;
    }

    /** Without a plan in the ordinary class. */
    static TimePolicy withoutPlans() {
        List<TimeTarget> targets = wholeDays();
        targets.removeIf(target -> target.timeClass() == TimeClass.P3 && target.clock() == ClockType.PLAN);
        return new TimePolicy(
                "PJ-2026-13", LocalDate.of(2026, 12, 1), "as in production", null, true, targets, Ladders.rungs());
    }

    private static List<TimeTarget> wholeDays() {
        List<TimeTarget> targets = new ArrayList<>(targets());
        targets.removeIf(target -> target.timeClass() == TimeClass.P3
                && (target.clock() == ClockType.RESOLVE || target.clock() == ClockType.LIMIT));
        targets.removeIf(target -> target.clock() == ClockType.EVALUATION);
        add(targets, TimeClass.P3, ClockType.RESOLVE, Target.endOfWorkday(4));
        add(targets, TimeClass.P3, ClockType.LIMIT, Target.endOfNaturalDay(7));
        add(targets, TimeClass.P3, ClockType.LIMIT, Target.endOfWorkday(10));
        add(targets, TimeClass.P0, ClockType.EVALUATION, Target.midnightOfNaturalDay(7));
        add(targets, TimeClass.P3, ClockType.EVALUATION, Target.midnightOfNaturalDay(7));
        return targets;
    }

    private static void add(List<TimeTarget> targets, TimeClass timeClass, ClockType clock, Target target) {
        targets.add(new TimeTarget(timeClass, clock, "", target, "test"));
    }

    /** Keeps what would be written. */
    private final class ListedLog implements EventLog {
        @Override
        public void append(LoggedAggregate subject, DomainEvent event) {
            events.add((AppealEvent) event);
        }

        @Override
        public void append(LoggedAggregate subject, DomainEvent event, Map<String, ?> privateData) {
            append(subject, event);
        }

        @Override
        public void appendFor(Collection<String> parties, LoggedAggregate subject, DomainEvent event) {
            append(subject, event);
        }

        @Override
        public void appendWithoutParty(LoggedAggregate subject, DomainEvent event) {
            append(subject, event);
        }

        @Override
        public void appendRestricted(Collection<String> parties, LoggedAggregate subject, DomainEvent event) {
            append(subject, event);
        }
    }
}

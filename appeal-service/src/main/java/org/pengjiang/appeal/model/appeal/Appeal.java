package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealSnapshot;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.confidentiality.Confidentiality;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundCause;
import org.pengjiang.appeal.model.lifecycle.Transition;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.PersonInCharge;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Target;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;

/**
 * What an enterprise asks for, and how it is answered. Its states and who may lead from one to the next stand in
 * {@link Transitions}. The clocks of the enterprise run from the receipt and never wait for whoever handles the appeal;
 * from dispatch to closure one unit answers for it.
 */
@Entity
@Table(name = "appeal")
public class Appeal extends LoggedAggregate {
    @Column(updatable = false)
    private String no;

    @Embedded
    private Filing filing;

    @Embedded
    private Classification classification;

    @Embedded
    private Confidentiality confidentiality;

    @Column(name = "search_text", updatable = false)
    private String searchText;

    @Column(name = "contact_sealed")
    private byte @Nullable [] contactSealed;

    @Column(name = "contact_key")
    private byte @Nullable [] contactKey;

    @Enumerated(EnumType.STRING)
    private AppealState state;

    @Column
    private boolean open;

    @Column
    private int round;

    @Column(name = "supervision_level")
    private int supervisionLevel;

    /** How often it was urged. */
    @Column(name = "urge_count")
    private int urgeCount;

    /** How many orders of supervision there are. */
    @Column(name = "order_count")
    private int orderCount;

    /** A promise to the enterprise was broken; what the offices owe each other stands in {@link #breaches} alone. */
    @Column
    private boolean breached;

    /** Others follow it, or did. */
    @Column
    private boolean followed;

    @Embedded
    private @Nullable Handler handler;

    @Embedded
    private @Nullable PersonInCharge inCharge;

    @Embedded
    private Progress progress;

    @Column(name = "next_due_at")
    private @Nullable Instant nextDueAt;

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<SlaClock> clocks = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("dueAt")
    private List<Breach> breaches = new ArrayList<>();

    protected Appeal() {}

    /** Filed; its promises run from the receipt. */
    public Appeal(
            UUID id, String no, DivisionCode division, Filing filing, Classification classification, TimeContext now) {
        super(id, division);
        this.no = no;
        this.filing = filing;
        confidentiality = Confidentiality.OPEN;
        this.classification = classification;
        searchText = no + " " + filing.searchText();
        state = AppealState.SUBMITTED;
        open = true;
        round = 1;
        progress = Progress.none();
        clockBoard().startPromises(filing.receivedAt(), now);
        noteNextDue();
    }

    /** Said with the filing, before anything is logged. Of a confidential one nobody searches for the name. */
    public void keepConfidential(Confidentiality said) {
        confidentiality = said;
        if (said.isConfidential()) {
            searchText = no + " " + filing.title() + " " + filing.description();
        }
    }

    /**
     * Leads it to a state: the only place where one is written. What the command answers is answered, and the clocks of the state
     * that it leaves and of the one that it comes to follow.
     *
     * @throws DomainException COMMAND_NOT_ALLOWED with the state and what it allows
     */
    public void advance(AppealCommand command, AppealState to, TimeContext now) {
        advance(command, to, null, now);
    }

    /** It stays where it is, and the clocks that the command answers are answered. */
    public void note(AppealCommand command, TimeContext now) {
        advance(command, state, now);
    }

    /** From here on this one answers for it. */
    public void assign(AppealCommand command, Handler to, AssignmentRef assignment, TimeContext now) {
        require(command);
        handledBy(to);
        progress.dispatched(now.at());
        advance(command, AppealState.DISPATCHED, assignment, now);
    }

    /** Another one answers for it from here on, in the state in which it is; what a handler owes counts anew from now on. */
    public void handOver(AppealCommand command, Handler to, AssignmentRef next, TimeContext now) {
        require(command);
        handledBy(to);
        if (command == AppealCommand.REDIRECT) {
            progress.dispatched(now.at());
        }
        clockBoard().handOver(next, now);
        noteNextDue();
    }

    private void handledBy(Handler next) {
        inCharge = next.equals(handler) ? inCharge : null;
        handler = next;
    }

    /** The head says who of the handler works on it; null: nobody in particular. */
    public void putInCharge(@Nullable PersonInCharge person, TimeContext now) {
        note(AppealCommand.ASSIGN_PERSON, now);
        inCharge = person;
    }

    public void close(AppealCommand command, ClosedBy by, TimeContext now) {
        advance(command, AppealState.CLOSED, now);
        progress.closedBy(by);
    }

    /** @param assignment whose handler owes what the state waits for, where a unit does */
    public void advance(AppealCommand command, AppealState to, @Nullable AssignmentRef assignment, TimeContext now) {
        lead(command, to, () -> clockBoard().leaveFor(to, now), assignment, now);
    }

    /** Back to the state that it came from: what has paused since goes on there. */
    public void goBack(AppealCommand command, AppealState to, AssignmentRef present, TimeContext now) {
        lead(command, to, () -> clockBoard().goBackTo(to, now), present, now);
    }

    private void lead(
            AppealCommand command,
            AppealState to,
            Runnable leave,
            @Nullable AssignmentRef assignment,
            TimeContext now) {
        Transition row = Transitions.require(state, command);
        if (!row.leads(state, to)) {
            throw new IllegalStateException(command + " does not lead from " + state + " to " + to);
        }
        row.answers().forEach(type -> clockBoard().answer(type, now));
        progress.note(command, now.at());
        if (to != state) {
            leave.run();
            if (to == AppealState.REWORK) {
                beginRound(state == AppealState.CLOSED ? RoundCause.REOPENED : RoundCause.REWORK, now.at());
            } else if (command == AppealCommand.FINISH_TRACKING && isAnswered()) {
                clockBoard().endRound(now);
                round++;
                progress.startAgain(round, RoundCause.TRACKED, supervisionLevel, now.at());
                clockBoard().promiseReply(to, now);
            }
            progress.entered(to, now.at());
            clockBoard().enter(to, assignment, now);
            stand(to);
        }
        noteNextDue();
    }

    /**
     * Back to a state that it has left, as if it had never been away: what was stopped then goes on, and nothing begins anew.
     *
     * @param since when it was left
     */
    public void comeBack(AppealCommand command, AppealState former, Instant since, TimeContext now) {
        if (!Transitions.require(state, command).leads(state, former)) {
            throw new IllegalStateException(command + " does not lead from " + state + " to " + former);
        }
        clockBoard().comeBack(former, since, now);
        stand(former);
        noteNextDue();
    }

    private void stand(AppealState in) {
        state = in;
        open = in.open();
    }

    /** Another appeal follows it. */
    public void beFollowed() {
        followed = true;
    }

    /** Once more, one level up. */
    private void beginRound(RoundCause why, Instant at) {
        round++;
        superviseAtLeast(Math.min(Rung.HIGHEST_SUPERVISION, supervisionLevel + 1));
        progress.startAgain(round, why, supervisionLevel, at);
    }

    /** In this round. What is answered once more is answered in the next one, and rated anew. */
    public boolean isAnswered() {
        return progress.repliedAt().isPresent();
    }

    /**
     * What a state waits for was done, and it waits for it once more, from now on.
     *
     * @param owing whose handler owes it, where a unit does
     */
    public void renew(ClockType type, @Nullable AssignmentRef owing, TimeContext now) {
        clockBoard().answer(type, now);
        clockBoard().start(type, now.at(), owing, now);
        noteNextDue();
    }

    /** No rule names a handler, so the centre owes the next step from now on. */
    public void waitForCentre(TimeContext now) {
        clockBoard().await(state, now);
        noteNextDue();
    }

    /** The last bad rating sends it nowhere: the leader says what becomes of it. */
    public void awaitDecision(TimeContext now) {
        clockBoard().start(ClockType.DECISION, now.at(), null, now);
        noteNextDue();
    }

    /**
     * Climbs the next rung of a clock, which may raise the supervision.
     *
     * @return when it was due to fire
     */
    public Instant climb(SlaClock clock, TimeContext now) {
        Optional<Rung> rung = clock.nextLevel().flatMap(clock.ladder(now)::at);
        Instant moment = clock.fire(now);
        supervisionLevel = rung.map(next -> next.raised(supervisionLevel)).orElse(supervisionLevel);
        noteNextDue();
        return moment;
    }

    /** Writes a promise that was not kept down for ever. */
    public Breach breach(SlaClock clock, @Nullable String unitAtDue, TimeContext now) {
        Breach breach = new Breach(this, clock, climb(clock, now), unitAtDue, now.at());
        breaches.add(breach);
        breached = breached || clock.family() == ClockFamily.ENTERPRISE;
        return breach;
    }

    /** Of a clock that the release before has left missed: which rung comes next. */
    public void lookAhead(SlaClock clock, TimeContext now) {
        clock.lookAhead(now);
    }

    /** Counts one clock by another calendar from now on; a softer promise is not moved past a harder one. */
    public Optional<DueRevision> followCalendar(SlaClock clock, CalendarVersion before, TimeContext then, String why) {
        Instant latest = clockBoard().harderDue(clock).orElse(null);
        Optional<DueRevision> revision = clock.followCalendar(before, latest, then, why);
        noteNextDue();
        return revision;
    }

    /** By a calendar that takes back what was published at a moment. */
    public Optional<DueRevision> giveBack(
            SlaClock clock, CalendarVersion before, Instant since, TimeContext then, String why) {
        Instant latest = clockBoard().harderDue(clock).orElse(null);
        Optional<DueRevision> revision = clock.giveBack(before, latest, since, then, why);
        noteNextDue();
        return revision;
    }

    /**
     * It is handled as something else from here on: the open clocks of the round have its targets.
     *
     * @param mayPass whether a slower class may move a due back
     * @param present whose handler owes a plan where the class wants one; null where nobody handles it
     */
    public List<RevisedClock> classify(
            Classification next, boolean mayPass, String why, @Nullable AssignmentRef present, TimeContext now) {
        Classification before = classification;
        classification = next;
        List<RevisedClock> revised = clockBoard().followClass(before, mayPass, why, now);
        clockBoard().followPlan(present, now);
        noteNextDue();
        return revised;
    }

    /**
     * Holds a clock that runs against another target from now on; what it was paused is kept.
     *
     * @param mayPass whether the due may get later than it was promised
     * @return the revision; empty where the clock is answered or its due has passed
     */
    public Optional<DueRevision> changeTarget(
            SlaClock clock, Target target, boolean mayPass, String why, TimeContext now) {
        Optional<DueRevision> revision = clock.changeTarget(now, target, mayPass, why);
        noteNextDue();
        return revision;
    }

    public void superviseAtLeast(int level) {
        supervisionLevel = Math.max(supervisionLevel, level);
    }

    public void urged() {
        urgeCount++;
    }

    public void supervisionOrdered() {
        orderCount++;
    }

    /** @throws DomainException COMMAND_NOT_ALLOWED with the state and what it allows */
    public void require(AppealCommand command) {
        Transitions.require(state, command);
    }

    /** What a clock has waited for has happened, and it waits for it once more from now on. */
    public void startAgain(ClockType type, @Nullable AssignmentRef owing, TimeContext now) {
        clockBoard().startAgain(type, owing, now);
        noteNextDue();
    }

    /** Starts the clock of a part: it ends with the part or with the appeal. */
    public SlaClock start(ClockType type, ClockPlan plan, TimeContext now) {
        SlaClock clock = clockBoard().start(type, plan, now);
        noteNextDue();
        return clock;
    }

    /** What a part waits for has happened. One that has ended stays as it ended; so does it for the next ones. */
    public void answer(UUID clock, TimeContext now) {
        change(clock, part -> part.answer(now));
    }

    public void stop(UUID clock, TimeContext now) {
        change(clock, part -> part.stop(now));
    }

    public void pause(UUID clock, TimeContext now) {
        change(clock, part -> {
            if (part.isOpen() && !part.isPaused()) {
                part.pause(now);
            }
        });
    }

    public void resume(UUID clock, TimeContext now) {
        change(clock, part -> {
            if (part.isPaused()) {
                part.resume(now);
            }
        });
    }

    /** It stands still until it is released, whatever state the appeal comes to meanwhile. */
    public void hold(UUID clock, TimeContext now) {
        change(clock, part -> part.hold(now));
    }

    /** It goes on, unless the appeal stands still. */
    public void release(UUID clock, TimeContext now) {
        change(clock, part -> part.release(clockBoard().goesOn(part.type()), now));
    }

    private void change(UUID clock, Consumer<SlaClock> change) {
        clockBoard().change(clock, change);
        noteNextDue();
    }

    private void noteNextDue() {
        // what the offices do after the end is no promise of the appeal
        nextDueAt = open ? clockBoard().nextDue().orElse(null) : null;
    }

    private ClockBoard clockBoard() {
        return new ClockBoard(this, clocks);
    }

    public Optional<SlaClock> nextToFire(Instant by) {
        return clockBoard().nextToFire(by);
    }

    public void keepContact(byte[] sealed, byte[] key) {
        contactSealed = sealed;
        contactKey = key;
    }

    /** @param remnant says that there was one */
    public void loseContact(byte[] remnant) {
        contactSealed = remnant;
        contactKey = null;
    }

    public int urgeCount() {
        return urgeCount;
    }

    public int orderCount() {
        return orderCount;
    }

    /** What every event of an appeal says of where it stands; of a confidential one, and of one about a unit, not whose it is. */
    public AppealSnapshot standing() {
        boolean namesParty =
                !confidentiality.isConfidential() && confidentiality.about().isEmpty();
        return new AppealSnapshot(
                id(),
                no,
                division().value(),
                state.name(),
                open,
                round,
                classification.category(),
                classification.timeClass().name(),
                supervisionLevel,
                namesParty ? filing.projectId() : null,
                namesParty ? filing.enterprise() : null,
                handler == null ? null : handler.kind().name(),
                handler == null ? null : handler.accountableUnit());
    }

    @Override
    public String subjectType() {
        return "appeal";
    }

    public String no() {
        return no;
    }

    public String searchText() {
        return searchText;
    }

    public Filing filing() {
        return filing;
    }

    public Classification classification() {
        return classification;
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    public byte @Nullable [] contactSealed() {
        return contactSealed;
    }

    public AppealState state() {
        return state;
    }

    public boolean isOpen() {
        return open;
    }

    public int round() {
        return round;
    }

    public int supervisionLevel() {
        return supervisionLevel;
    }

    public boolean isBreached() {
        return breached;
    }

    /** Others follow it, or did. */
    public boolean isFollowed() {
        return followed;
    }

    public Optional<Handler> handler() {
        return Optional.ofNullable(handler);
    }

    /** Who of the present handler works on it, if its head has said so. */
    public Optional<PersonInCharge> inCharge() {
        return handler()
                .map(Handler::accountableUnit)
                .flatMap(unit -> Optional.ofNullable(inCharge)
                        .filter(person -> person.unit().equals(unit)));
    }

    public Progress progress() {
        return progress;
    }

    public Optional<Instant> nextDueAt() {
        return Optional.ofNullable(nextDueAt);
    }

    public List<SlaClock> clocks() {
        return List.copyOf(clocks);
    }

    /** The newest clock of a type. */
    public Optional<SlaClock> clock(ClockType type) {
        return clocks.stream().filter(clock -> clock.type() == type).reduce((before, after) -> after);
    }

    public Optional<SlaClock> clock(UUID clockId) {
        return clocks.stream().filter(clock -> clock.id().equals(clockId)).findFirst();
    }

    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }
}

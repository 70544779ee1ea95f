package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealSnapshot;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.evaluation.ClosedBy;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.Transition;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * What an enterprise asks for, and how it is answered. Its states and who may lead from one to the next stand in
 * {@link Transitions}. The clocks of the enterprise run from the receipt and never wait for whoever handles the appeal;
 * from dispatch to closure one unit answers for it.
 */
@Entity
@Table(name = "appeal")
public class Appeal extends LoggedAggregate {
    /** How often a bad rating sends it back by itself; after that somebody has to decide. */
    static final int LAST_AUTOMATIC_ROUND = 3;

    private static final int HIGHEST_SUPERVISION = 4;
    private static final int DISTRICT_LEADER = 3;

    @Column
    private String no;

    @Embedded
    private Filing filing;

    @Column(name = "search_text")
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

    /** A promise to the enterprise was broken; what the offices owe each other stands in {@link #breaches} alone. */
    @Column
    private boolean breached;

    @Embedded
    private @Nullable Handler handler;

    @Embedded
    private Progress progress;

    @Column(name = "next_due_at")
    private @Nullable Instant nextDueAt;

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<Assignment> assignments = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<SlaClock> clocks = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("dueAt")
    private List<Breach> breaches = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<ContactAttempt> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<Reply> replies = new ArrayList<>();

    @OneToMany(mappedBy = "appeal", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<AppealMessage> messages = new ArrayList<>();

    /** By round: what has no key and may have empty columns Hibernate deletes and writes anew for each new one, which nobody may. */
    @ElementCollection
    @CollectionTable(name = "rating", joinColumns = @JoinColumn(name = "appeal_id"))
    @MapKeyColumn(name = "round")
    private Map<Integer, Rating> ratings = new HashMap<>();

    protected Appeal() {}

    /** Filed; its promises run from the receipt. */
    public Appeal(UUID id, String no, DivisionCode division, Filing filing, TimeContext now) {
        super(id, division);
        this.no = no;
        this.filing = filing;
        searchText = no + " " + filing.title() + " " + filing.description();
        state = AppealState.SUBMITTED;
        open = true;
        round = 1;
        progress = Progress.none();
        clockBoard().startPromises(filing.receivedAt(), now);
        noteNextDue();
    }

    /** The centre takes it. */
    public void accept(TimeContext now) {
        Transitions.require(state, AppealCommand.ACCEPT);
        clockBoard().answer(ClockType.ACCEPT, now);
        progress.accepted(now.at());
        enter(AppealCommand.ACCEPT, AppealState.PENDING_DISPATCH, now);
    }

    /** No rule names a handler, so the centre owes the next step from now on. */
    public void waitForCentre(TimeContext now) {
        state.step()
                .filter(ClockType::isOfCentre)
                .ifPresent(step -> clockBoard().start(step, now.at(), null, now));
        noteNextDue();
    }

    /** From here on somebody answers for it. */
    public Assignment dispatch(Handler to, DispatchBasis basis, String account, TimeContext now) {
        Transitions.require(state, AppealCommand.DISPATCH);
        return assign(AppealCommand.DISPATCH, to, basis, account, now);
    }

    private Assignment assign(AppealCommand command, Handler to, DispatchBasis basis, String account, TimeContext now) {
        clockBoard().answer(ClockType.DISPATCH, now);
        clockBoard().stop(ClockType.SIGN, now);
        assignments.forEach(before -> before.end(now.at()));
        Assignment assignment = new Assignment(this, assignments.size() + 1, to, basis, account, now.at());
        assignments.add(assignment);
        handler = to;
        progress.dispatched(now.at());
        clockBoard().start(ClockType.SIGN, now.at(), assignment, now);
        enter(command, AppealState.DISPATCHED, now);
        return assignment;
    }

    /** @return whether it was in time */
    public boolean sign(TimeContext now) {
        return signed(AppealCommand.SIGN, now, false);
    }

    /** The limit to sign has passed: silence does not block. */
    public void signAutomatically(TimeContext now) {
        signed(AppealCommand.SIGN_AUTOMATICALLY, now, true);
    }

    private boolean signed(AppealCommand command, TimeContext now, boolean automatically) {
        Transitions.require(state, command);
        boolean inTime = clockBoard().answer(ClockType.SIGN, now).orElse(false);
        progress.signed(now.at(), automatically);
        enter(command, AppealState.IN_PROGRESS, now);
        return inTime && !automatically;
    }

    /** Notes an attempt; the first verified one of a round answers the clock. */
    public ContactAttempt contact(ContactProof proof, int shortestCall, String account, TimeContext now) {
        Transitions.require(state, AppealCommand.CONTACT);
        ContactAttempt attempt = new ContactAttempt(this, contacts.size() + 1, proof, shortestCall, account, now.at());
        contacts.add(attempt);
        if (attempt.isVerified() && progress.contactedAt().isEmpty()) {
            clockBoard().answer(ClockType.CONTACT, now);
            progress.contacted(now.at());
            noteNextDue();
        }
        return attempt;
    }

    /**
     * Drafts a reply; one written by the head himself is delivered at once.
     *
     * @throws DomainException REPLY_NEEDS_CONTACT, GROUNDS_MISSING
     */
    public Reply reply(ReplyText text, String account, boolean byHead, TimeContext now) {
        Transitions.require(state, AppealCommand.REPLY);
        if (progress.contactedAt().isEmpty()) {
            throw new DomainException(AppealProblem.REPLY_NEEDS_CONTACT);
        }
        if (text.needsGrounds() && !text.hasGrounds()) {
            throw new DomainException(AppealProblem.GROUNDS_MISSING);
        }
        Reply reply = new Reply(this, replies.size() + 1, text, account, now.at());
        replies.add(reply);
        if (byHead) {
            reply.deliverOwn(now.at());
            delivered(AppealCommand.REPLY, now);
        } else {
            clockBoard().start(ClockType.REVIEW, now.at(), assignments.getLast(), now);
            enter(AppealCommand.REPLY, AppealState.REVIEW, now);
        }
        return reply;
    }

    /** @throws DomainException FOUR_EYES */
    public Reply approveReply(String account, TimeContext now) {
        Transitions.require(state, AppealCommand.APPROVE_REPLY);
        Reply reply = replies.getLast();
        reply.deliver(account, now.at());
        clockBoard().answer(ClockType.REVIEW, now);
        delivered(AppealCommand.APPROVE_REPLY, now);
        return reply;
    }

    /** @throws DomainException FOUR_EYES */
    public Reply sendBackReply(String account, String why, TimeContext now) {
        Transitions.require(state, AppealCommand.SEND_BACK_REPLY);
        Reply reply = replies.getLast();
        reply.sendBack(account, why, now.at());
        clockBoard().answer(ClockType.REVIEW, now);
        enter(AppealCommand.SEND_BACK_REPLY, AppealState.IN_PROGRESS, now);
        return reply;
    }

    /** @throws DomainException NOT_FOUND when another reply, or none, waits */
    public void requireNewestReply(int seq) {
        if (replies.isEmpty() || replies.getLast().seq() != seq) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
    }

    private void delivered(AppealCommand command, TimeContext now) {
        clockBoard().answer(ClockType.RESOLVE, now);
        clockBoard().answer(ClockType.LIMIT, now);
        progress.replied(now.at());
        clockBoard().start(ClockType.EVALUATION, now.at(), null, now);
        enter(command, AppealState.REPLIED, now);
    }

    /**
     * The enterprise says whether it is solved and how satisfied it is. A good rating closes; a bad one sends the appeal back
     * into a new round, one level up, at most twice.
     *
     * @throws DomainException RATED_ALREADY: one survey in each round
     */
    public Rating rate(Solved solved, int stars, @Nullable String comment, String account, TimeContext now) {
        Transitions.require(state, AppealCommand.RATE);
        if (rating().isPresent()) {
            throw new DomainException(AppealProblem.RATED_ALREADY, round);
        }
        Rating rating = new Rating(solved, stars, comment, false, account, now.at());
        ratings.put(round, rating);
        clockBoard().answer(ClockType.EVALUATION, now);
        if (rating.closes()) {
            closed(AppealCommand.RATE, ClosedBy.RATING, now);
        } else if (round < LAST_AUTOMATIC_ROUND) {
            rework(AppealCommand.RATE, now);
        } else {
            superviseAtLeast(DISTRICT_LEADER);
            enter(AppealCommand.RATE, AppealState.REPLIED, now);
        }
        return rating;
    }

    private void rework(AppealCommand command, TimeContext now) {
        enter(command, AppealState.REWORK, now);
        round++;
        superviseAtLeast(Math.min(HIGHEST_SUPERVISION, supervisionLevel + 1));
        progress.startAgain();
        clockBoard().startPromises(now.at(), now);
        Assignment last = assignments.getLast();
        assign(AppealCommand.REDISPATCH, last.handler(), last.basis(), "system", now);
    }

    public void close(ClosedBy by, TimeContext now) {
        closed(AppealCommand.CLOSE, by, now);
    }

    /** The window to rate has passed without an answer: closed at its end, whenever that is noticed. */
    public Instant windowOver(SlaClock window, TimeContext now) {
        Transitions.require(state, AppealCommand.CLOSE_BY_WINDOW);
        Instant due = window.fire(ClockType.DUE, now.at(), now.calendar());
        window.miss(now.calendar());
        ratings.put(round, Rating.none(due));
        closed(AppealCommand.CLOSE_BY_WINDOW, ClosedBy.WINDOW, now.at(due));
        return due;
    }

    private void closed(AppealCommand command, ClosedBy by, TimeContext now) {
        enter(command, AppealState.CLOSED, now);
        progress.closed(now.at(), by);
        assignments.forEach(assignment -> assignment.end(now.at()));
    }

    public AppealMessage write(Party party, Visibility visibility, String body, String account, TimeContext now) {
        Transitions.require(state, AppealCommand.WRITE_MESSAGE);
        AppealMessage message =
                new AppealMessage(this, messages.size() + 1, party, visibility, body, account, now.at());
        messages.add(message);
        return message;
    }

    /** Notes that a clock has used up a part of its time. */
    public Instant warn(SlaClock clock, int percent, TimeContext now) {
        Instant moment = clock.fire(percent, now.at(), now.calendar());
        noteNextDue();
        return moment;
    }

    /** Writes a promise that was not kept down for ever. */
    public Breach breach(SlaClock clock, TimeContext now) {
        Instant due = clock.fire(ClockType.DUE, now.at(), now.calendar());
        Breach breach = new Breach(this, clock, due, now.at());
        breaches.add(breach);
        breached = breached || clock.family() == ClockFamily.ENTERPRISE;
        superviseAtLeast(clock.type().supervisionAfterBreach());
        clock.miss(now.calendar());
        noteNextDue();
        return breach;
    }

    /** Counts one clock by another calendar from now on; a softer promise is not moved past a harder one. */
    public Optional<DueRevision> followCalendar(
            SlaClock clock, CalendarVersion before, CalendarVersion after, Instant at, String why) {
        Instant latest = clockBoard().harderDue(clock).orElse(null);
        Optional<DueRevision> revision = clock.followCalendar(before, after, latest, at, why);
        noteNextDue();
        return revision;
    }

    /** Which unit answered for it at that moment. */
    Optional<String> unitAt(Instant moment) {
        return assignments.stream()
                .filter(assignment -> assignment.lastedAt(moment))
                .map(Assignment::accountableUnit)
                .findFirst();
    }

    private void superviseAtLeast(int level) {
        supervisionLevel = Math.max(supervisionLevel, level);
    }

    /** The only place where a state is written. */
    private void enter(AppealCommand command, AppealState to, TimeContext now) {
        Transition row = Transitions.require(state, command);
        if (!row.leads(state, to)) {
            throw new IllegalStateException(command + " does not lead from " + state + " to " + to);
        }
        state = to;
        open = to.open();
        clockBoard().follow(to, now);
        noteNextDue();
    }

    private void noteNextDue() {
        nextDueAt = clockBoard().nextDue().orElse(null);
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

    /** What every event of an appeal says of where it stands. */
    public AppealSnapshot standing() {
        return new AppealSnapshot(
                id(),
                no,
                division().value(),
                state.name(),
                open,
                round,
                filing.category(),
                filing.timeClass().name(),
                supervisionLevel,
                filing.projectId(),
                filing.enterprise(),
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

    public Optional<Handler> handler() {
        return Optional.ofNullable(handler);
    }

    public Progress progress() {
        return progress;
    }

    public Optional<Instant> nextDueAt() {
        return Optional.ofNullable(nextDueAt);
    }

    public List<Assignment> assignments() {
        return List.copyOf(assignments);
    }

    public List<SlaClock> clocks() {
        return List.copyOf(clocks);
    }

    /** The newest clock of a type. */
    public Optional<SlaClock> clock(ClockType type) {
        return clocks.stream().filter(clock -> clock.type() == type).reduce((before, after) -> after);
    }

    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    public List<ContactAttempt> contacts() {
        return List.copyOf(contacts);
    }

    public List<Reply> replies() {
        return List.copyOf(replies);
    }

    public List<AppealMessage> messages() {
        return List.copyOf(messages);
    }

    /** Of this round. */
    public Optional<Rating> rating() {
        return Optional.ofNullable(ratings.get(round));
    }
}

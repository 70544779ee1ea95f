package org.pengjiang.appeal.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.correspondence.ContactAttempts;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.Rater;
import org.pengjiang.appeal.model.evaluation.RatingMeans;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.HandlingLimits;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.Ids;

/** Puts appeals into the database whose clocks began at any moment, as if the service had been there then. */
@ApplicationScoped
public class StoredAppeals {
    private static final Rater AN_ENTERPRISE = new Rater("an-enterprise", RatingMeans.ACCOUNT);

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String UNIT = "440703-ZR";

    private final Appeals appeals;
    private final TimePolicies policies;
    private final WorkCalendar calendars;
    private final AssignHandler assign;
    private final Assignments assignments;
    private final ContactAttempts attempts;
    private final Replies replies;
    private final Evaluation evaluation;

    StoredAppeals(
            Appeals appeals,
            TimePolicies policies,
            WorkCalendar calendars,
            AssignHandler assign,
            Assignments assignments,
            ContactAttempts attempts,
            Replies replies,
            Evaluation evaluation) {
        this.appeals = appeals;
        this.policies = policies;
        this.calendars = calendars;
        this.assign = assign;
        this.assignments = assignments;
        this.attempts = attempts;
        this.replies = replies;
        this.evaluation = evaluation;
    }

    public UUID filed(String receivedAt) {
        return filed("440703101", TimeClass.P3, receivedAt);
    }

    @Transactional
    public UUID filed(String division, TimeClass timeClass, String receivedAt) {
        Instant at = at(receivedAt);
        TimePolicy policy = policies.inForce(ShanghaiTime.date(at));
        Filing filing = new Filing(
                "厂区门前道路积水（演示）",
                "雨后积水半米，货车不能进出。",
                null,
                Nature.HELP,
                Urgency.ORDINARY,
                AppealSource.OFFICE,
                null,
                Appellant.enterprise("91440703MA00000077"),
                null,
                null,
                null,
                "a-dispatcher",
                at,
                null,
                at);
        String no = "A-440703-2026-%04d".formatted(NUMBER.incrementAndGet());
        Appeal appeal = new Appeal(
                Ids.next(),
                no,
                DivisionCode.parse(division),
                filing,
                new Classification("A05", 1, timeClass, policy.version()),
                now(division, policy, at));
        appeals.add(appeal);
        return appeal.id();
    }

    /** Filed where no rule names a handler, so that the centre has to act. */
    public UUID waiting(TimeClass timeClass, String receivedAt) {
        UUID id = filed("440703101", timeClass, receivedAt);
        change(id, receivedAt, change -> assign.byItself(change.appeal(), change.now()));
        return id;
    }

    /** By the centre, and no rule has come since. */
    public void accept(UUID id, String moment) {
        change(id, moment, change -> {
            assign.accept(change.appeal(), change.now());
            assign.byItself(change.appeal(), change.now());
        });
    }

    public UUID dispatched(String receivedAt, String dispatchedAt) {
        UUID id = filed(receivedAt);
        dispatch(id, dispatchedAt);
        return id;
    }

    public void dispatch(UUID id, String moment) {
        change(id, moment, change -> {
            change.appeal().advance(AppealCommand.ACCEPT, AppealState.PENDING_DISPATCH, change.now());
            dispatch(change, Handler.unit(UNIT));
        });
    }

    public void dispatch(Change change, Handler handler) {
        assignments.add(assignments.assign(
                change.appeal(),
                AppealCommand.DISPATCH,
                handler,
                DispatchBasis.DISPATCHER,
                "a-dispatcher",
                change.now()));
    }

    public void contact(UUID id, String moment) {
        change(
                id,
                moment,
                change -> attempts.note(
                        change.appeal(),
                        new ContactProof(ContactChannel.CALL, true, 60, "call 1", null),
                        15,
                        "a-clerk",
                        change.now()));
    }

    public void sign(UUID id, String moment) {
        change(
                id,
                moment,
                change -> change.appeal().advance(AppealCommand.SIGN, AppealState.IN_PROGRESS, change.now()));
    }

    /** Signs, contacts and replies within the same minute. */
    public void reply(UUID id, String moment) {
        sign(id, moment);
        contact(id, moment);
        change(id, moment, change -> draft(change, "a-head", true));
    }

    public void draft(Change change, String account, boolean byHead) {
        ReplyText text = new ReplyText(ReplyResult.SOLVED, "已疏通（演示）", null, null);
        replies.draft(change.appeal(), text, account, byHead, change.now());
    }

    public void rate(UUID id, String moment, Solved solved, int stars) {
        change(
                id,
                moment,
                change -> evaluation
                        .rate(change.appeal(), solved, stars, null, AN_ENTERPRISE, change.now())
                        .next()
                        .ifPresent(assignments::add));
    }

    /** What a change works on. */
    public record Change(Appeal appeal, TimeContext now) {}

    @Transactional
    public void change(UUID id, String moment, Consumer<Change> what) {
        Appeal appeal = appeals.forSweep(Scope.system(), id);
        TimePolicy policy = policies.version(appeal.classification().policyVersion());
        what.accept(new Change(appeal, now(appeal.division().value(), policy, at(moment))));
    }

    /** Read outside a transaction, so that lists are loaded in it. */
    @Transactional
    public <T> T read(UUID id, Function<Appeal, T> what) {
        return what.apply(appeals.forSweep(Scope.system(), id));
    }

    private TimeContext now(String division, TimePolicy policy, Instant at) {
        return new TimeContext(at, calendars.of(DivisionCode.parse(division)), policy, HandlingLimits.SHIPPED);
    }

    /** {@code 2026-09-18T17:00} in Beijing. */
    public static Instant at(String local) {
        return Instant.parse(local + (local.length() == 16 ? ":00" : "") + "+08:00");
    }
}

package org.pengjiang.appeal.tasks;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Breach;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.StateTask;
import org.pengjiang.appeal.model.policy.Ladder;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;

/**
 * What an appeal waits for: the centre until it is dispatched, then whoever handles it, in the end the enterprise. While a
 * clock is not answered, it is also before the heads, the supervision and the leader, as the rungs of the policy say.
 */
@ApplicationScoped
class AppealTasks implements TaskSource<Appeal> {
    static final String NEARLY_LATE = "promise-nearly-late";
    static final String OVERDUE = "promise-overdue";

    private final Handlers handlers;
    private final Replies replies;
    private final Questions questions;
    private final Returns returns;
    private final Evaluation evaluation;
    private final TimePolicies policies;
    private final List<PartTasks> parts;

    AppealTasks(
            Handlers handlers,
            Replies replies,
            Questions questions,
            Returns returns,
            Evaluation evaluation,
            TimePolicies policies,
            @All List<PartTasks> parts) {
        this.handlers = handlers;
        this.replies = replies;
        this.questions = questions;
        this.returns = returns;
        this.evaluation = evaluation;
        this.policies = policies;
        this.parts = List.copyOf(parts);
    }

    @Override
    public String subjectType() {
        return "appeal";
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(
                        Arrays.stream(StateTask.values()).map(StateTask::kind),
                        parts.stream().flatMap(part -> part.kinds().stream()),
                        Stream.of(NEARLY_LATE, OVERDUE))
                .flatMap(kinds -> kinds)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String link(Appeal appeal) {
        return "/v1/appeals/" + appeal.id();
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        List<Task> tasks = new ArrayList<>();
        StateTask.in(appeal.state()).forEach(task -> tasks.addAll(waiting(task, appeal)));
        parts.forEach(part -> part.waiting(appeal).forEach(task -> tasks.add(task.urgent(isDayAndNight(appeal)))));
        tasks.addAll(pressing(appeal));
        return kept(appeal, tasks);
    }

    /** From the people of the unit that it is about. */
    private static List<Task> kept(Appeal appeal, List<Task> tasks) {
        return appeal.confidentiality()
                .about()
                .map(unit -> tasks.stream()
                        .map(task -> task.assignedTo(task.assignee().butUnit(unit.district(), unit.code())))
                        .toList())
                .orElse(tasks);
    }

    private List<Task> waiting(StateTask task, Appeal appeal) {
        return switch (task) {
            case ACCEPT, DISPATCH -> List.of(of(task, appeal.round(), Assignee.role(Roles.DISPATCHER), appeal));
            case SUPPLEMENT ->
                filers(appeal)
                        .map(filer -> of(task, appeal.round(), filer, appeal))
                        .toList();
            case ASK_FOR_SUPPLEMENT ->
                appeal.filing().enterprise() == null || isFiledByOffice(appeal)
                        ? List.of(of(task, appeal.round(), Assignee.role(Roles.DISPATCHER), appeal))
                        : List.of();
            case SIGN, REPORT -> ofHandler(task, appeal);
            case CONTACT, CONTACT_MEANWHILE -> isContacted(appeal) ? List.of() : ofHandler(task, appeal);
            case REPLY -> isContacted(appeal) ? ofHandler(task, appeal) : List.of();
            case ANSWER_QUESTION ->
                ofEnterprise(appeal, enterprise -> of(task, question(appeal), Assignee.party(enterprise), appeal));
            case PROPOSE_RULING ->
                returned(task, appeal, asked -> asked.proposal().isEmpty(), Roles.DISPATCHER);
            case RULE_RETURN -> returned(task, appeal, asked -> returns.isReadyToRule(appeal), Roles.SUPERVISOR);
            case RESUME ->
                handlers.heading(appeal).stream()
                        .map(assignee -> of(task, appeal.round(), assignee, appeal))
                        .toList();
            case APPROVE ->
                replies.newest(appeal).stream()
                        .flatMap(reply -> approval(task, appeal, reply))
                        .toList();
            // one survey in each round, for the window in which it counts
            case RATE ->
                asked(appeal)
                        .flatMap(asked -> Stream.ofNullable(asked.filing().enterprise()))
                        .map(enterprise -> of(task, appeal.round(), Assignee.party(enterprise), appeal))
                        .toList();
            case DECIDE -> decision(task, Roles.LEADER, appeal);
            case DECISION -> decision(task, Roles.SUPERVISOR, appeal);
        };
    }

    /** The enterprise, and the account of the partner that filed for it. */
    private static Stream<Assignee> filers(Appeal appeal) {
        Stream<Assignee> enterprise =
                Stream.ofNullable(appeal.filing().enterprise()).map(Assignee::party);
        return appeal.filing().source() == AppealSource.PARTNER
                ? Stream.concat(
                        enterprise, Stream.of(Assignee.account(appeal.filing().submittedBy())))
                : enterprise;
    }

    private static boolean isFiledByOffice(Appeal appeal) {
        return appeal.filing().source() == AppealSource.OFFICE
                || appeal.filing().source() == AppealSource.PROACTIVE;
    }

    private static List<Task> ofEnterprise(Appeal appeal, Function<String, Task> task) {
        return Stream.ofNullable(appeal.filing().enterprise()).map(task).toList();
    }

    private int question(Appeal appeal) {
        return questions.open(appeal).map(Question::seq).orElse(0);
    }

    private List<Task> returned(StateTask task, Appeal appeal, Predicate<AppealReturn> isNext, String role) {
        return returns.waiting(appeal).filter(isNext).stream()
                .map(asked -> of(task, asked.seq(), Assignee.role(role).but(asked.askedBy()), appeal))
                .toList();
    }

    private Stream<Appeal> asked(Appeal appeal) {
        return evaluation.isAsked(appeal) ? Stream.of(appeal) : Stream.of();
    }

    /** A rating that neither closed the appeal nor sent it back was the last. */
    private List<Task> decision(StateTask task, String role, Appeal appeal) {
        return evaluation.awaitsDecision(appeal)
                ? List.of(of(task, appeal.round(), Assignee.role(role), appeal))
                : List.of();
    }

    private static boolean isContacted(Appeal appeal) {
        return appeal.progress().isReached();
    }

    private List<Task> ofHandler(StateTask task, Appeal appeal) {
        return handlers.handling(appeal).stream()
                .map(assignee -> of(task, appeal.round(), assignee, appeal))
                .toList();
    }

    private Stream<Task> approval(StateTask task, Appeal appeal, Reply reply) {
        return handlers.heading(appeal).stream()
                .filter(assignee -> !reply.draftedBy().equals(assignee.account()))
                .map(assignee -> of(task, reply.seq(), assignee.but(reply.draftedBy()), appeal));
    }

    private static Task of(StateTask task, int number, Assignee assignee, Appeal appeal) {
        return timed(Task.of(task.kind(), number, assignee, appeal.no()), appeal, task.until());
    }

    /** A clock that nobody has answered is before those whom its rungs have told; whoever owes it has a task already. */
    private List<Task> pressing(Appeal appeal) {
        List<Task> tasks = new ArrayList<>();
        appeal.clocks().stream().filter(SlaClock::isWaiting).forEach(clock -> {
            Optional<Breach> breach = breachOf(clock, appeal);
            handlers.pressed(appeal, ladder(clock).told(clock::isFired)).stream()
                    .map(told -> breach.map(broken ->
                                    pressing(OVERDUE, appeal, clock, told).due(broken.dueAt(), false))
                            .orElseGet(() -> due(pressing(NEARLY_LATE, appeal, clock, told), clock)))
                    .forEach(tasks::add);
        });
        return tasks;
    }

    private Ladder ladder(SlaClock clock) {
        return policies.version(clock.rule().policyVersion())
                .ladder(clock.rule().timeClass(), clock.type());
    }

    private static Optional<Breach> breachOf(SlaClock clock, Appeal appeal) {
        return !clock.isFired(ClockType.DUE)
                ? Optional.empty()
                : appeal.breaches().stream()
                        .filter(broken -> broken.clockId().equals(clock.id()))
                        .findFirst();
    }

    private static Task pressing(String kind, Appeal appeal, SlaClock clock, Assignee assignee) {
        String number = clock.type() + " " + clock.round() + (clock.type().isOfPart() ? " " + clock.id() : "");
        return Task.of(kind, number, assignee, appeal.no(), "@clock." + clock.type())
                .urgent(isDayAndNight(appeal));
    }

    private static Task due(Task task, SlaClock clock) {
        return clock.dueAt().map(due -> task.due(due, clock.isProvisional())).orElse(task);
    }

    /** Due with the first of these clocks. */
    private static Task timed(Task task, Appeal appeal, List<ClockType> types) {
        Task urgent = task.urgent(isDayAndNight(appeal));
        return types.stream()
                .flatMap(type -> appeal.clock(type).stream())
                .filter(clock -> clock.dueAt().isPresent())
                .min(Comparator.comparing(clock -> clock.dueAt().orElseThrow()))
                .map(clock -> urgent.due(clock.dueAt().orElseThrow(), clock.isProvisional()))
                .orElse(urgent);
    }

    /** P0 and P1 do not wait for the office to open. */
    static boolean isDayAndNight(Appeal appeal) {
        return switch (appeal.classification().timeClass()) {
            case P0, P1 -> true;
            case P2, P3, P4, S -> false;
        };
    }
}

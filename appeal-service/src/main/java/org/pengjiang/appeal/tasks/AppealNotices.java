package org.pengjiang.appeal.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.events.ClockEscalated;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.policy.EscalationRecipient;
import org.pengjiang.appeal.model.policy.Ladder;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.kit.tasks.Assignee;

/**
 * When a rung of a clock has fired, those are told whom it names. For whom a task opens by it, the letter comes with the task. At
 * the due itself everybody whom it concerns has a task. Of an appeal about a unit a letter to a role or an account may reach the people
 * of that unit: it names no appeal.
 */
@ApplicationScoped
class AppealNotices implements NoticeSource {
    static final String WARNED = "clock-warned";
    static final String ESCALATED = "clock-escalated";
    static final String UNNAMED = "appeal-running-late";
    private static final String MY_TASKS = "/v1/tasks?mine";

    private final Handlers handlers;
    private final TimePolicies policies;

    AppealNotices(Handlers handlers, TimePolicies policies) {
        this.handlers = handlers;
        this.policies = policies;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WARNED, ESCALATED, UNNAMED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case ClockWarned warned ->
                letters(
                        appeal,
                        warned.clockId(),
                        warned.percent(),
                        new Letter(
                                WARNED,
                                List.of(appeal.no(), "@clock." + warned.clock(), Integer.toString(warned.percent())),
                                warned.dueAt(),
                                warned.provisional()));
            case ClockEscalated escalated ->
                letters(
                        appeal,
                        escalated.clockId(),
                        escalated.level(),
                        new Letter(
                                ESCALATED,
                                List.of(
                                        appeal.no(),
                                        "@clock." + escalated.clock(),
                                        Long.toString(escalated.afterAmount()),
                                        "@after." + escalated.afterUnit()),
                                escalated.dueAt(),
                                escalated.provisional()));
            default -> List.of();
        };
    }

    private record Letter(String kind, List<String> arguments, Instant dueAt, boolean provisional) {}

    private List<EventNotice> letters(Appeal appeal, UUID clockId, int level, Letter letter) {
        SlaClock clock = appeal.clocks().stream()
                .filter(candidate -> candidate.id().equals(clockId))
                .findFirst()
                .orElseThrow();
        Ladder ladder = policies.version(clock.rule().policyVersion())
                .ladder(clock.rule().timeClass(), clock.type());
        Set<Recipient> told = new LinkedHashSet<>();
        ladder.at(level).ifPresent(rung -> told.addAll(recipients(appeal, clock, rung, ladder)));
        return told.stream().map(recipient -> notice(appeal, letter, recipient)).toList();
    }

    private static EventNotice notice(Appeal appeal, Letter letter, Recipient recipient) {
        boolean named = appeal.confidentiality().about().isEmpty() || recipient.kind() == Recipient.Kind.UNIT;
        return new EventNotice(
                named ? letter.kind() : UNNAMED,
                named ? letter.arguments() : List.of(),
                recipient,
                named ? "/v1/appeals/" + appeal.id() : MY_TASKS,
                letter.dueAt(),
                letter.provisional(),
                AppealTasks.isDayAndNight(appeal));
    }

    private Set<Recipient> recipients(Appeal appeal, SlaClock clock, Rung rung, Ladder ladder) {
        Set<EscalationRecipient> byTask = EnumSet.noneOf(EscalationRecipient.class);
        byTask.addAll(rung.tells());
        byTask.removeAll(ladder.told(level -> level < rung.level() && clock.isFired(level)));
        Set<EscalationRecipient> byLetter = EnumSet.noneOf(EscalationRecipient.class);
        byLetter.addAll(rung.tells());
        byLetter.removeAll(byTask);
        Set<Recipient> recipients = new LinkedHashSet<>();
        if (rung.tells().contains(EscalationRecipient.RESPONSIBLE)) {
            recipients.addAll(recipients(handlers.owing(appeal, clock)));
        }
        recipients.removeAll(recipients(handlers.pressed(appeal, byTask)));
        recipients.addAll(recipients(handlers.pressed(appeal, byLetter)));
        return recipients;
    }

    private static List<Recipient> recipients(List<Assignee> assignees) {
        return assignees.stream().map(AppealNotices::recipient).toList();
    }

    private static Recipient recipient(Assignee assignee) {
        if (assignee.account() != null) {
            return Recipient.account(assignee.account());
        }
        return assignee.unit() != null
                ? Recipient.unit(assignee.unit())
                : Recipient.role(assignee.roles().getFirst());
    }
}

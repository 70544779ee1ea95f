package org.pengjiang.appeal.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.kit.tasks.Assignee;

/**
 * When half and four fifths of a clock's time are used up, whoever has to act is told. What the heads and the supervision
 * learn comes with the tasks that open for them.
 */
@ApplicationScoped
class AppealNotices implements NoticeSource {
    static final String WARNED = "clock-warned";

    private final Handlers handlers;

    AppealNotices(Handlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WARNED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal) || !(event instanceof ClockWarned warned)) {
            return List.of();
        }
        ClockType clock = ClockType.valueOf(warned.clock());
        // from four fifths of a promise on the heads have a task, and a letter with it
        List<Assignee> heads = warned.percent() >= AppealTasks.HEADS_TOO && AppealTasks.PROMISES.contains(clock)
                ? handlers.heading(appeal)
                : List.of();
        Set<Recipient> told = heads.stream().map(AppealNotices::recipient).collect(Collectors.toSet());
        return handlers.owing(appeal, clock).stream()
                .map(AppealNotices::recipient)
                .distinct()
                .filter(recipient -> !told.contains(recipient))
                .map(recipient -> new EventNotice(
                        WARNED,
                        List.of(appeal.no(), "@clock." + warned.clock(), Integer.toString(warned.percent())),
                        recipient,
                        "/v1/appeals/" + appeal.id(),
                        warned.dueAt(),
                        warned.provisional(),
                        AppealTasks.isDayAndNight(appeal)))
                .toList();
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

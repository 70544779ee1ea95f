package org.pengjiang.appeal.model.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.kit.notices.NoticeSource.EventNotice;
import org.pengjiang.kit.notices.Recipient;
import org.pengjiang.kit.tasks.Assignee;

/**
 * Letters that say what has happened to an appeal, by its number alone. Of an appeal about a unit none goes to an account: it may be one of
 * that unit.
 */
@ApplicationScoped
public class AppealLetters {
    private final Handlers handlers;

    AppealLetters(Handlers handlers) {
        this.handlers = handlers;
    }

    /** To whoever handles it. */
    public List<EventNotice> toHandlers(Appeal appeal, String kind, String... arguments) {
        boolean namesNobody = appeal.confidentiality().about().isPresent();
        return handlers.handling(appeal).stream()
                .map(AppealLetters::recipient)
                .filter(recipient -> !namesNobody || recipient.kind() == Recipient.Kind.UNIT)
                .map(recipient -> letter(appeal, kind, recipient, arguments))
                .toList();
    }

    /** To the enterprise; whoever has no credit code has no address. */
    public List<EventNotice> toEnterprise(Appeal appeal, String kind, String... arguments) {
        return Stream.ofNullable(appeal.filing().enterprise())
                .map(enterprise -> letter(appeal, kind, Recipient.party(enterprise), arguments))
                .toList();
    }

    private static Recipient recipient(Assignee assignee) {
        return assignee.account() != null
                ? Recipient.account(assignee.account())
                : assignee.unit() != null
                        ? Recipient.unit(assignee.unit())
                        : Recipient.role(assignee.roles().getFirst());
    }

    private static EventNotice letter(Appeal appeal, String kind, Recipient recipient, String... more) {
        List<String> arguments =
                Stream.concat(Stream.of(appeal.no()), Stream.of(more)).toList();
        return new EventNotice(kind, arguments, recipient, "/v1/appeals/" + appeal.id(), null, false, false);
    }
}

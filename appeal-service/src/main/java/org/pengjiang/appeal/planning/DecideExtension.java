package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.DeadlineRevised;
import org.pengjiang.appeal.events.ExtensionDecided;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.AppealRequest.Outcome;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.kit.identity.Caller;

/** Supervision or leader give the reply more time, or refuse to; never the person who asked for it. */
@ApplicationScoped
class DecideExtension {
    private final OpenForCommand open;
    private final Extensions extensions;
    private final AppealLog log;

    DecideExtension(OpenForCommand open, Extensions extensions, AppealLog log) {
        this.open = open;
        this.extensions = extensions;
        this.log = log;
    }

    @Transactional
    Appeal grant(UUID id, int seq, @Nullable String note, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.EXTEND, caller);
        Appeal appeal = context.appeal();
        boolean byLeader = context.capacities().contains(Capacity.LEADER);
        List<SlaClock> moved = extensions.grant(appeal, seq, byLeader, note, caller.subject(), context.now());
        List<AppealLog.Entry> entries = new ArrayList<>();
        entries.add(new AppealLog.Entry(appeal, new ExtensionDecided(appeal.standing(), seq, Outcome.GRANTED.name())));
        moved.forEach(clock -> entries.add(new AppealLog.Entry(appeal, revised(appeal, clock))));
        log.appendAll(entries);
        return appeal;
    }

    private static DeadlineRevised revised(Appeal appeal, SlaClock clock) {
        return new DeadlineRevised(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                clock.dueAt().orElseThrow(),
                clock.isProvisional(),
                clock.originalDueAt().orElseThrow(),
                Extensions.REASON,
                clock.calendarVersion());
    }

    @Transactional
    Appeal refuse(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REFUSE_EXTENSION, caller);
        Appeal appeal = context.appeal();
        extensions.refuse(appeal, seq, why, caller.subject(), context.now());
        log.append(appeal, new ExtensionDecided(appeal.standing(), seq, Outcome.REFUSED.name()));
        return appeal;
    }
}

package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealUrged;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.supervision.NewUrge;
import org.pengjiang.appeal.model.supervision.Urge;
import org.pengjiang.appeal.model.supervision.Urger;
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.kit.identity.Caller;

/** Urges whoever handles the appeal. */
@ApplicationScoped
class UrgeAppeal {
    private final OpenForCommand open;
    private final Urges urges;
    private final AppealLog log;

    UrgeAppeal(OpenForCommand open, Urges urges, AppealLog log) {
        this.open = open;
        this.urges = urges;
        this.log = log;
    }

    @Transactional
    Appeal urge(UUID id, String text, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.URGE, caller);
        return urge(context, new NewUrge(Urger.of(context.capacities()), text.strip(), caller.subject()));
    }

    /** For whoever has shown the query code. */
    @Transactional
    Appeal urgeByCode(UUID id, String text) {
        return urge(open.byQueryCode(id, AppealCommand.URGE), NewUrge.byCode(text.strip()));
    }

    private Appeal urge(CommandContext context, NewUrge said) {
        Appeal appeal = context.appeal();
        Urge urge = urges.urge(appeal, said, context.now());
        log.append(
                appeal,
                new AppealUrged(
                        appeal.standing(),
                        urge.seq(),
                        urge.urgedAt(),
                        urge.urger().name(),
                        appeal.clock(urge.clockId()).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }
}

package org.pengjiang.appeal.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.ExtensionRequested;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.kit.identity.Caller;

/** The head asks for more time for the reply, after the enterprise was asked. */
@ApplicationScoped
class RequestExtension {
    private final OpenForCommand open;
    private final Extensions extensions;
    private final AppealLog log;

    RequestExtension(OpenForCommand open, Extensions extensions, AppealLog log) {
        this.open = open;
        this.extensions = extensions;
        this.log = log;
    }

    @Transactional
    Appeal request(UUID id, NewExtension said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REQUEST_EXTENSION, caller);
        Appeal appeal = context.appeal();
        Extension extension =
                extensions.request(appeal, said.amount(), said.asked(), said.reason(), caller.subject(), context.now());
        log.append(
                appeal,
                new ExtensionRequested(
                        appeal.standing(), extension.seq(), extension.consent().name()));
        return appeal;
    }
}

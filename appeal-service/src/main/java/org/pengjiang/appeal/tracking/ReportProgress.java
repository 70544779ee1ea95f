package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.ProgressReported;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** The handler tells the enterprise how far it is, in a message; the next report is due anew. */
@ApplicationScoped
class ReportProgress {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final Messages messages;
    private final AppealFiles files;
    private final AppealLog log;

    ReportProgress(OpenForCommand open, Trackings trackings, Messages messages, AppealFiles files, AppealLog log) {
        this.open = open;
        this.trackings = trackings;
        this.messages = messages;
        this.files = files;
        this.log = log;
    }

    @Transactional
    Appeal report(UUID id, NewProgress said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REPORT_PROGRESS, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("text", said.text()), files.faults(said.fileIds(), caller));
        trackings.report(appeal, context.now());
        AppealMessage message =
                messages.write(appeal, Party.OFFICE, Visibility.PUBLIC, said.text(), caller.subject(), context.now());
        log.append(appeal, new ProgressReported(appeal.standing(), context.now().at(), message.seq()));
        files.attach(appeal, AppealFiles.Place.of(message), said.fileIds(), caller);
        return appeal;
    }
}

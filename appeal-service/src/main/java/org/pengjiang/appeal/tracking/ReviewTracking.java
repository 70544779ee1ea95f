package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.TrackingReviewed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.kit.identity.Caller;

/** The supervision looks whether a plan still holds. What it finds is an internal message. */
@ApplicationScoped
class ReviewTracking {
    private final OpenForCommand open;
    private final Trackings trackings;
    private final Messages messages;
    private final AppealLog log;

    ReviewTracking(OpenForCommand open, Trackings trackings, Messages messages, AppealLog log) {
        this.open = open;
        this.trackings = trackings;
        this.messages = messages;
        this.log = log;
    }

    @Transactional
    Appeal review(UUID id, String note, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REVIEW_TRACKING, caller);
        Appeal appeal = context.appeal();
        trackings.review(appeal, context.now());
        messages.write(appeal, Party.OFFICE, Visibility.INTERNAL, note, caller.subject(), context.now());
        log.append(appeal, new TrackingReviewed(appeal.standing(), context.now().at()));
        return appeal;
    }
}

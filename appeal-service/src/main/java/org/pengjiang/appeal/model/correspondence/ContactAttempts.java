package org.pengjiang.appeal.model.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;

/** The attempts to reach the enterprise of an appeal. */
@ApplicationScoped
public class ContactAttempts {
    private final AppealParts parts;

    public ContactAttempts(AppealParts parts) {
        this.parts = parts;
    }

    /** Notes an attempt; the first verified one of a round answers the clock. */
    public ContactAttempt note(Appeal appeal, ContactProof proof, int shortestCall, String account, TimeContext now) {
        appeal.require(AppealCommand.CONTACT);
        ContactAttempt attempt = new ContactAttempt(
                appeal, parts.nextSeq(appeal, ContactAttempt.class), proof, shortestCall, account, now.at());
        parts.add(attempt);
        if (attempt.isVerified() && appeal.progress().contactedAt().isEmpty()) {
            appeal.note(AppealCommand.CONTACT, now);
        }
        return attempt;
    }

    public List<ContactAttempt> of(Appeal appeal) {
        return parts.of(appeal, ContactAttempt.class);
    }
}

package org.pengjiang.appeal.model.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;

/** What the enterprise of an appeal and the offices write to each other. */
@ApplicationScoped
public class Messages {
    private final AppealParts parts;

    public Messages(AppealParts parts) {
        this.parts = parts;
    }

    public AppealMessage write(
            Appeal appeal, Party party, Visibility visibility, String body, String account, TimeContext now) {
        appeal.require(AppealCommand.WRITE_MESSAGE);
        AppealMessage message = new AppealMessage(
                appeal, parts.nextSeq(appeal, AppealMessage.class), party, visibility, body, account, now.at());
        parts.add(message);
        return message;
    }

    public List<AppealMessage> of(Appeal appeal) {
        return parts.of(appeal, AppealMessage.class);
    }
}

package org.pengjiang.appeal.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.MessageWritten;
import org.pengjiang.appeal.model.Actor;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealFiles;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.AppealMessage;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.appeal.model.Party;
import org.pengjiang.appeal.model.Visibility;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** Adds a message. */
@ApplicationScoped
class WriteMessage {
    private final AppealDesk desk;
    private final AppealFiles files;
    private final AppealLog log;

    WriteMessage(AppealDesk desk, AppealFiles files, AppealLog log) {
        this.desk = desk;
        this.files = files;
        this.log = log;
    }

    record Written(Appeal appeal, AppealMessage message) {}

    @Transactional
    Written write(UUID id, NewMessage said, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.WRITE_MESSAGE, caller);
        Appeal appeal = taken.appeal();
        Party party = taken.acting().contains(Actor.ENTERPRISE) ? Party.ENTERPRISE : Party.OFFICE;
        Visibility visibility = said.visibility() == null ? Visibility.PUBLIC : said.visibility();
        if (party == Party.ENTERPRISE && visibility == Visibility.INTERNAL) {
            throw new DomainException(AppealProblem.INTERNAL_NOT_FOR_ENTERPRISE);
        }
        AppealMessage message = appeal.write(party, visibility, said.body().strip(), caller.subject(), taken.now());
        log.append(appeal, new MessageWritten(appeal.standing(), message.seq(), party.name(), visibility.name()));
        files.attach(appeal, AppealFiles.Place.of(message), said.fileIds(), caller);
        return new Written(appeal, message);
    }
}

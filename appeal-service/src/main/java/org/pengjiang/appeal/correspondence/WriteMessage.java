package org.pengjiang.appeal.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.MessageWritten;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.Updates;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Adds a message. */
@ApplicationScoped
class WriteMessage {
    private final OpenForCommand open;
    private final Messages messages;
    private final Updates updates;
    private final AppealFiles files;
    private final AppealLog log;

    WriteMessage(OpenForCommand open, Messages messages, Updates updates, AppealFiles files, AppealLog log) {
        this.open = open;
        this.updates = updates;
        this.messages = messages;
        this.files = files;
        this.log = log;
    }

    record Written(Appeal appeal, AppealMessage message) {}

    @Transactional
    Written write(UUID id, NewMessage said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.WRITE_MESSAGE, caller);
        Appeal appeal = context.appeal();
        Party party = context.capacities().contains(Capacity.ENTERPRISE) ? Party.ENTERPRISE : Party.OFFICE;
        Visibility visibility = said.visibility() == null ? Visibility.PUBLIC : said.visibility();
        if (party == Party.ENTERPRISE && visibility == Visibility.INTERNAL) {
            throw new DomainException(AppealProblem.INTERNAL_NOT_FOR_ENTERPRISE);
        }
        if (party == Party.OFFICE && visibility == Visibility.PUBLIC && PersonalNumbers.standIn(said.body())) {
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/body", AppealProblem.TEXT_NAMES_PERSON)));
        }
        AppealMessage message =
                messages.write(appeal, party, visibility, said.body().strip(), caller.subject(), context.now());
        if (visibility == Visibility.PUBLIC && context.capacities().contains(Capacity.HANDLER)) {
            updates.told(appeal, context.now());
        }
        log.append(appeal, new MessageWritten(appeal.standing(), message.seq(), party.name(), visibility.name()));
        files.attach(appeal, AppealFiles.Place.of(message), said.fileIds(), caller);
        return new Written(appeal, message);
    }
}

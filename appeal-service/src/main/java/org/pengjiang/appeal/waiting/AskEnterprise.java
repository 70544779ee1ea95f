package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealPaused;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.assignment.Updates;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Asks the enterprise what the handler has to know. Reply and latest reply pause until it answers, for some days at most. */
@ApplicationScoped
class AskEnterprise {
    private final OpenForCommand open;
    private final Questions questions;
    private final Updates updates;
    private final AppealFiles files;
    private final AppealLog log;

    AskEnterprise(OpenForCommand open, Questions questions, Updates updates, AppealFiles files, AppealLog log) {
        this.open = open;
        this.updates = updates;
        this.questions = questions;
        this.files = files;
        this.log = log;
    }

    @Transactional
    Appeal ask(UUID id, NewQuestion said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ASK_ENTERPRISE, caller);
        Appeal appeal = context.appeal();
        check(said, caller);
        updates.told(appeal, context.now());
        Question question = questions.ask(appeal, said.text(), caller.subject(), context.now());
        log.append(
                appeal,
                new AppealPaused(
                        appeal.standing(),
                        question.askedAt(),
                        "QUESTION",
                        question.seq(),
                        questions.window(appeal).flatMap(SlaClock::dueAt).orElse(null)));
        files.attach(appeal, AppealFiles.Place.of(question), said.fileIds(), caller);
        return appeal;
    }

    /** @throws DomainException TEXT_NAMES_PERSON; VALUE_UNACCEPTABLE with every fault when a file has one */
    private void check(NewQuestion said, Caller caller) {
        List<Fault> faults = new ArrayList<>();
        if (PersonalNumbers.standIn(said.text())) {
            faults.add(Fault.at("/text", AppealProblem.TEXT_NAMES_PERSON));
        }
        List<Fault> ofFiles = files.faults(said.fileIds(), caller);
        faults.addAll(ofFiles);
        if (!faults.isEmpty()) {
            throw new DomainException(
                    ofFiles.isEmpty() ? AppealProblem.TEXT_NAMES_PERSON : KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}

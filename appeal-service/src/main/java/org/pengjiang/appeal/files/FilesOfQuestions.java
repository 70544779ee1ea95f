package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.interruption.Questions;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a question may read its files. */
@ApplicationScoped
class FilesOfQuestions implements FileAccess {
    private final Appeals appeals;
    private final Questions questions;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfQuestions(Appeals appeals, Questions questions, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.questions = questions;
        this.access = access;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.QUESTION.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID question, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.withQuestion(reader, question)
                        .map(appeal -> right(appeal, question, access.reader(appeal, reader)))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    /** The offices have written it. */
    private FileRight right(Appeal appeal, UUID question, AppealReader reader) {
        return questions.of(appeal).stream()
                        .anyMatch(one -> one.id().equals(question) && reader.reads(one.askedAt(), true))
                ? Readers.right(reader, !reader.isOutsider())
                : FileRight.NONE;
    }
}

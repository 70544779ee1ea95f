package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.Outsiders;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a message may read its files: outsiders those of the public messages. */
@ApplicationScoped
class FilesOfMessages implements FileAccess {
    private final Appeals appeals;
    private final Messages messages;
    private final Readers readers;

    FilesOfMessages(Appeals appeals, Messages messages, Readers readers) {
        this.appeals = appeals;
        this.messages = messages;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.MESSAGE.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID message, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.withMessage(reader, message)
                        .flatMap(appeal -> messages.of(appeal).stream()
                                .filter(one -> one.id().equals(message))
                                .findFirst())
                        .map(found -> right(found, reader))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    private static FileRight right(AppealMessage message, Caller reader) {
        return Outsiders.mayRead(reader, message)
                ? Readers.right(reader, Readers.isEnterprise(reader) && message.party() == Party.ENTERPRISE)
                : FileRight.NONE;
    }
}

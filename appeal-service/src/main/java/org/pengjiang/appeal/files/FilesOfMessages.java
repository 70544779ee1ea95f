package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a message may read its files: outsiders those of the public messages. */
@ApplicationScoped
class FilesOfMessages implements FileAccess {
    private final Appeals appeals;
    private final Messages messages;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfMessages(Appeals appeals, Messages messages, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.messages = messages;
        this.access = access;
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
                                .findFirst()
                                .flatMap(found -> right(found, access.reader(appeal, reader), reader)))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    private static Optional<FileRight> right(AppealMessage message, AppealReader reader, Caller caller) {
        boolean isOwn = message.party() == Party.ENTERPRISE ? Readers.isEnterprise(caller) : !reader.isOutsider();
        return reader.reads(message.writtenAt(), message.visibility() == Visibility.PUBLIC)
                ? Optional.of(Readers.right(reader, isOwn))
                : Optional.empty();
    }
}

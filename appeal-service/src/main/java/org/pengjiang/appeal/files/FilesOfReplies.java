package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a reply may read its files: outsiders those of what was delivered. */
@ApplicationScoped
class FilesOfReplies implements FileAccess {
    private final Appeals appeals;
    private final Replies replies;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfReplies(Appeals appeals, Replies replies, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.replies = replies;
        this.access = access;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.REPLY.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID reply, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.withReply(reader, reply)
                        .flatMap(appeal -> replies.of(appeal).stream()
                                .filter(one -> one.id().equals(reply))
                                .findFirst()
                                .flatMap(found -> right(found, access.reader(appeal, reader))))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    /** The offices have written it. */
    private static Optional<FileRight> right(Reply reply, AppealReader reader) {
        return reader.reads(reply.draftedAt(), reply.status() == ReplyStatus.DELIVERED)
                ? Optional.of(Readers.right(reader, !reader.isOutsider()))
                : Optional.empty();
    }
}

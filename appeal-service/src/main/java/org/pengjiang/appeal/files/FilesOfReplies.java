package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.Outsiders;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a reply may read its files: outsiders those of what was delivered. */
@ApplicationScoped
class FilesOfReplies implements FileAccess {
    private final Appeals appeals;
    private final Replies replies;
    private final Readers readers;

    FilesOfReplies(Appeals appeals, Replies replies, Readers readers) {
        this.appeals = appeals;
        this.replies = replies;
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
                                .findFirst())
                        .map(found -> right(found, reader))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    private static FileRight right(Reply reply, Caller reader) {
        return Outsiders.mayRead(reader, reply) ? Readers.right(reader, false) : FileRight.NONE;
    }
}

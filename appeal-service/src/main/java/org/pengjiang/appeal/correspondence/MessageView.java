package org.pengjiang.appeal.correspondence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/** One message; who of the offices wrote it, an enterprise does not see. */
record MessageView(
        int seq,
        Party party,
        Visibility visibility,
        String body,
        @NamedAccount @Nullable String account,
        Instant writtenAt,
        List<AttachedFile> files) {
    static MessageView of(AppealMessage message, FreeText text, List<AttachedFile> files, boolean office) {
        return new MessageView(
                message.seq(),
                message.party(),
                message.visibility(),
                text.of(message.body()),
                office || message.party() == Party.ENTERPRISE ? message.account() : null,
                message.writtenAt(),
                files);
    }
}

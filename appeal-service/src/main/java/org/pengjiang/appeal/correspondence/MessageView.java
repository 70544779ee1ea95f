package org.pengjiang.appeal.correspondence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/**
 * One message; who of the offices wrote it, an enterprise does not see, and who of the enterprise, those alone who learn whose appeal
 * it is.
 */
record MessageView(
        int seq,
        Party party,
        Visibility visibility,
        String body,
        @NamedAccount @Nullable String account,
        Instant writtenAt,
        List<AttachedFile> files) {
    static MessageView of(AppealMessage message, List<AttachedFile> files, AppealReader reader) {
        boolean showsAccount =
                message.party() == Party.ENTERPRISE ? reader.shows(FieldView.Field.IDENTITY) : !reader.isOutsider();
        return new MessageView(
                message.seq(),
                message.party(),
                message.visibility(),
                reader.text().of(message.body()),
                showsAccount ? message.account() : null,
                message.writtenAt(),
                message.party() == Party.ENTERPRISE && !reader.learnsWhose()
                        ? files.stream().map(AttachedFile::unnamed).toList()
                        : files);
    }
}

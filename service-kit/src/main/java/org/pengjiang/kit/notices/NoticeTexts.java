package org.pengjiang.kit.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** Puts a letter into words: what, until when, and where; nothing that a stranger must not read. */
final class NoticeTexts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Language language;
    private final Texts texts;

    NoticeTexts(Language language) {
        this.language = language;
        this.texts = Texts.of("kit-notices", language);
    }

    String subject(PendingNotice notice) {
        return texts.say(notice.reason() + ".subject", title(notice));
    }

    String body(PendingNotice notice, String linkBase, ZoneId zone) {
        StringBuilder body = new StringBuilder(title(notice)).append("\n\n");
        @Nullable Instant dueAt = notice.dueAt();
        if (dueAt != null) {
            String due = MINUTE.format(dueAt.atZone(zone));
            body.append(texts.say(notice.provisional() ? "due.provisional" : "due", due))
                    .append('\n');
        }
        return body.append(texts.say("link", linkBase + notice.link()))
                .append("\n\n")
                .append(texts.say("footer"))
                .append('\n')
                .toString();
    }

    String tag() {
        return language.tag();
    }

    private String title(PendingNotice notice) {
        return TitleTexts.title(notice.kind(), notice.arguments(), language);
    }
}

package org.pengjiang.kit.notices;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Language;

/** Puts a letter into words: what, until when, and where; nothing that a stranger must not read. */
final class NoticeTexts {
    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Language language;
    private final ResourceBundle texts;

    NoticeTexts(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "kit-notices", language.locale(), NoticeTexts.class.getClassLoader(), ROOT_IS_ENGLISH);
    }

    String subject(PendingNotice notice) {
        return format(notice.reason() + ".subject", title(notice));
    }

    String body(PendingNotice notice, String linkBase, ZoneId zone) {
        StringBuilder body = new StringBuilder(title(notice)).append("\n\n");
        @Nullable Instant dueAt = notice.dueAt();
        if (dueAt != null) {
            String due = MINUTE.format(dueAt.atZone(zone));
            body.append(format(notice.provisional() ? "due.provisional" : "due", due))
                    .append('\n');
        }
        return body.append(format("link", linkBase + notice.link()))
                .append("\n\n")
                .append(texts.getString("footer"))
                .append('\n')
                .toString();
    }

    String tag() {
        return language.tag();
    }

    private String title(PendingNotice notice) {
        return TitleTexts.title(notice.kind(), notice.arguments(), language);
    }

    private String format(String key, String argument) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(new Object[] {argument});
    }
}

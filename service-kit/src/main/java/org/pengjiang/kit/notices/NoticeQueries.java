package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.problem.Language;

/** Reads the record of letters, newest first. */
@ApplicationScoped
class NoticeQueries {
    static final Keyset ORDER = Keyset.descending("id::uuid");
    private static final String SELECT = """
            SELECT id, recipient_kind, recipient, occasion, kind, arguments, subject_type, subject, link, urgent, state, why,
                   channel, attempts, created_at, held_until, next_attempt_at, settled_at
              FROM notice""";

    private final Jdbc jdbc;
    private final Clock clock;

    NoticeQueries(DataSource database, Clock clock) {
        this.jdbc = Jdbc.of(database);
        this.clock = clock;
    }

    List<NoticeView> list(DivisionScope scope, NoticeFilter filter, KeysetPage page, Language language) {
        SqlCondition where = SqlCondition.of(scope.column() + " = ?", scope.value())
                .andIf("state = ?", filter.state())
                .andIf("subject = ?", filter.subject())
                .andIf("recipient = ?", filter.recipient());
        return page.read(jdbc, SELECT, where, row -> notice(row, language));
    }

    private NoticeView notice(ResultSet row, Language language) throws SQLException {
        String kind = row.getString("kind");
        List<String> arguments = Jdbc.texts(row, "arguments");
        return new NoticeView(
                row.getObject("id", UUID.class),
                Recipient.Kind.valueOf(row.getString("recipient_kind")),
                row.getString("recipient"),
                row.getString("occasion").split(" ", 2)[0],
                kind,
                TitleTexts.title(kind, arguments, language),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                row.getString("link"),
                row.getBoolean("urgent"),
                NoticeState.valueOf(row.getString("state")),
                row.getString("why"),
                row.getString("channel"),
                row.getInt("attempts"),
                local(row.getObject("created_at", OffsetDateTime.class)),
                local(row.getObject("held_until", OffsetDateTime.class)),
                localOrNull(row.getObject("next_attempt_at", OffsetDateTime.class)),
                localOrNull(row.getObject("settled_at", OffsetDateTime.class)));
    }

    private OffsetDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNull(@Nullable OffsetDateTime moment) {
        return moment == null ? null : local(moment);
    }
}

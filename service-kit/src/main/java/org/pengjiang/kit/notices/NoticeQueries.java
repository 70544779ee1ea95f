package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Language;

/** Reads the record of letters, newest first. */
@ApplicationScoped
class NoticeQueries {
    static final Keyset ORDER = Keyset.descending("id::uuid");

    private final DataSource database;
    private final Clock clock;

    NoticeQueries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<NoticeView> list(DivisionScope scope, NoticeFilter filter, KeysetPage page, Language language) {
        String sql =
                "SELECT id, recipient_kind, recipient, occasion, kind, arguments, subject_type, subject, link, urgent,"
                        + " state, why, channel, attempts, created_at, held_until, next_attempt_at, settled_at FROM notice WHERE "
                        + scope.column() + " = ?" + (filter.state() == null ? "" : " AND state = ?")
                        + (filter.subject() == null ? "" : " AND subject = ?")
                        + (filter.recipient() == null ? "" : " AND recipient = ?") + " AND " + page.condition()
                        + " ORDER BY "
                        + page.orderBy() + " LIMIT " + page.fetch();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int i = 1;
            query.setString(i++, scope.value());
            if (filter.state() != null) {
                query.setString(i++, filter.state().name());
            }
            if (filter.subject() != null) {
                query.setObject(i++, filter.subject());
            }
            if (filter.recipient() != null) {
                query.setString(i++, filter.recipient());
            }
            for (String parameter : page.parameters()) {
                query.setString(i++, parameter);
            }
            List<NoticeView> notices = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    notices.add(notice(row, language));
                }
            }
            return notices;
        } catch (SQLException e) {
            throw new IllegalStateException("the record of letters cannot be read", e);
        }
    }

    private NoticeView notice(ResultSet row, Language language) throws SQLException {
        String kind = row.getString("kind");
        List<String> arguments =
                Arrays.asList((String[]) row.getArray("arguments").getArray());
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

package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.jdbc.SqlCondition;

/** The publications of a division, newest first. Rows are added, never changed. */
@ApplicationScoped
class Publications {
    private static final Keyset NEWEST_FIRST = Keyset.descending("p.revision::bigint");
    private static final String LIST = """
            SELECT p.revision, p.calendar_version, p.document_no, p.sources, p.added, p.withdrawn, p.changed_days,
                   p.effective_from, p.effective_to, p.published_by, p.published_at
            FROM calendar_publication p JOIN calendar c ON c.id = p.calendar_id""";

    private final Jdbc jdbc;
    private final Paging paging;

    Publications(DataSource database, Paging paging) {
        this.jdbc = Jdbc.of(database);
        this.paging = paging;
    }

    Page<PublicationView> list(DivisionCode division, PageRequest request) {
        KeysetPage page = paging.start(request, NEWEST_FIRST, division.value());
        return page.of(
                page.read(jdbc, LIST, SqlCondition.of("c.division = ?", division.value()), Publications::view),
                view -> List.of(view.revision()));
    }

    void add(UUID calendarId, PublicationView publication) {
        jdbc.update(
                """
                INSERT INTO calendar_publication (calendar_id, revision, calendar_version, document_no, sources,
                    added, withdrawn, changed_days, effective_from, effective_to, published_by, published_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                calendarId,
                publication.revision(),
                publication.calendarVersion(),
                publication.documentNo(),
                publication.sources(),
                publication.added(),
                publication.withdrawnLocalDays(),
                publication.changedDays(),
                publication.effectiveFrom(),
                publication.effectiveTo(),
                publication.publishedBy(),
                publication.publishedAt());
    }

    private static PublicationView view(ResultSet row) throws SQLException {
        return new PublicationView(
                row.getLong("revision"),
                row.getString("calendar_version"),
                row.getString("document_no"),
                Jdbc.texts(row, "sources"),
                row.getString("added"),
                Arrays.stream((Date[]) row.getArray("withdrawn").getArray())
                        .map(Date::toLocalDate)
                        .toList(),
                row.getInt("changed_days"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}

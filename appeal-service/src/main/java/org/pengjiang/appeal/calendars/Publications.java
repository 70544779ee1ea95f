package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pengjiang.calendar.CalendarAdditions;
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
    private static final Duration GIVEN_BACK_WITHIN = Duration.ofHours(24);
    private static final String LIST = """
            SELECT p.revision, p.calendar_version, p.document_no, p.sources, p.added, p.withdrawn, p.changed_days,
                   p.effective_from, p.effective_to, p.published_by, p.confirmed_by, p.exclusion_days, p.published_at
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
                    added, withdrawn, changed_days, effective_from, effective_to, published_by, confirmed_by,
                    exclusion_days, published_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
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
                publication.confirmedBy(),
                publication.exclusionDays(),
                publication.publishedAt());
    }

    private static PublicationView view(ResultSet row) throws SQLException {
        return new PublicationView(
                row.getLong("revision"),
                row.getString("calendar_version"),
                row.getString("document_no"),
                Jdbc.texts(row, "sources"),
                row.getString("added"),
                dates(row, "withdrawn"),
                dates(row, "exclusion_days"),
                row.getInt("changed_days"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("published_by"),
                row.getString("confirmed_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static List<LocalDate> dates(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Date[]) row.getArray(column).getArray())
                .map(Date::toLocalDate)
                .toList();
    }

    /**
     * Since when the changes of the calendar are given back by taking these days back: since the publication of the first of
     * them that was made at most a day before the confirmation.
     */
    Optional<Instant> restoredSince(DivisionCalendar calendar, List<LocalDate> withdrawn, Instant confirmedAt) {
        Map<LocalDate, Instant> publishedAt = new HashMap<>();
        jdbc.list(
                        "SELECT published_at, added FROM calendar_publication WHERE calendar_id = ? AND published_at >= ?"
                                + " ORDER BY revision",
                        row -> Map.entry(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                CalendarAdditions.parse(row.getString(2)).localDays()),
                        calendar.id(),
                        confirmedAt.minus(GIVEN_BACK_WITHIN))
                .forEach(publication ->
                        publication.getValue().forEach(day -> publishedAt.put(day.date(), publication.getKey())));
        return withdrawn.stream()
                .flatMap(date -> Stream.ofNullable(publishedAt.get(date)))
                .min(Comparator.naturalOrder());
    }
}

package org.pengjiang.kit.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

/** The table of publications. */
@ApplicationScoped
class StoredAdditions {
    private final Jdbc jdbc;

    /** When a publication was made. */
    record Published(
            CalendarChain.Link link, Instant at, Optional<String> documentNo, Optional<Instant> restoresSince) {}

    StoredAdditions(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Which division published when, in that order. */
    List<Published> published() {
        return jdbc.list(
                "SELECT division, revision, published_at, document_no, restores_since FROM calendar_addition"
                        + " ORDER BY published_at, division, revision",
                row -> new Published(
                        new CalendarChain.Link(DivisionCode.parse(row.getString(1)), row.getLong(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(Jdbc.instant(row, "restores_since"))));
    }

    Optional<CalendarAdditions> find(DivisionCode division, long revision) {
        return jdbc.first(
                "SELECT data FROM calendar_addition WHERE division = ? AND revision = ?",
                row -> CalendarAdditions.parse(row.getString(1)),
                division.value(),
                revision);
    }

    /** Once: a publication is never edited. */
    void add(CalendarPublication publication) {
        jdbc.update(
                """
                INSERT INTO calendar_addition (division, revision, calendar_version, data, document_no, published_at, restores_since)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (division, revision) DO NOTHING""",
                publication.division().value(),
                publication.revision(),
                publication.calendarVersion(),
                publication.additions().text(),
                publication.documentNo(),
                publication.publishedAt(),
                publication.restoresSince());
    }
}

package org.pengjiang.kit.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;

/** The table of publications. */
@ApplicationScoped
class StoredAdditions {
    private final DataSource database;

    /** When a publication was made. */
    record Published(CalendarChain.Link link, Instant at, Optional<String> documentNo) {}

    StoredAdditions(DataSource database) {
        this.database = database;
    }

    /** Which division published when, in that order. */
    List<Published> published() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT division, revision, published_at,"
                        + " document_no FROM calendar_addition ORDER BY published_at, division, revision");
                ResultSet row = query.executeQuery()) {
            List<Published> published = new ArrayList<>();
            while (row.next()) {
                published.add(new Published(
                        new CalendarChain.Link(DivisionCode.parse(row.getString(1)), row.getLong(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(4))));
            }
            return published;
        } catch (SQLException failure) {
            throw new IllegalStateException("the calendars cannot be read", failure);
        }
    }

    Optional<CalendarAdditions> find(DivisionCode division, long revision) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT data FROM calendar_addition WHERE division = ? AND revision = ?")) {
            query.setString(1, division.value());
            query.setLong(2, revision);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(CalendarAdditions.parse(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the calendar of " + division + " cannot be read", failure);
        }
    }

    /** Once: a publication is never edited. */
    void add(CalendarPublication publication) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO calendar_addition
                            (division, revision, calendar_version, data, document_no, published_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (division, revision) DO NOTHING""")) {
            insert.setString(1, publication.division().value());
            insert.setLong(2, publication.revision());
            insert.setString(3, publication.calendarVersion());
            insert.setString(4, publication.additions().text());
            insert.setString(5, publication.documentNo());
            insert.setObject(6, publication.publishedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the calendar of " + publication.division() + " cannot be stored", failure);
        }
    }
}

package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The publications of a division, newest first. Rows are added, never changed. */
@ApplicationScoped
class Publications {
    private static final Keyset NEWEST_FIRST = Keyset.descending("p.revision::bigint");
    private static final String LIST = """
            SELECT p.revision, p.calendar_version, p.document_no, p.sources, p.added, p.withdrawn, p.changed_days,
                   p.effective_from, p.effective_to, p.published_by, p.published_at
            FROM calendar_publication p JOIN calendar c ON c.id = p.calendar_id
            WHERE c.division = ? AND %s
            ORDER BY %s
            LIMIT ?
            """;

    private final DataSource database;
    private final Paging paging;

    Publications(DataSource database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    Page<PublicationView> list(DivisionCode division, PageRequest request) {
        KeysetPage page = paging.start(request, NEWEST_FIRST, division.value());
        return page.of(read(division, page), view -> List.of(view.revision()));
    }

    private List<PublicationView> read(DivisionCode division, KeysetPage page) {
        String sql = LIST.formatted(page.condition(), page.orderBy());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 0;
            query.setString(++index, division.value());
            for (String value : page.parameters()) {
                query.setString(++index, value);
            }
            query.setInt(++index, page.fetch());
            List<PublicationView> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("the publications of " + division + " cannot be read", failure);
        }
    }

    void add(UUID calendarId, PublicationView publication) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO calendar_publication (calendar_id, revision, calendar_version, document_no, sources,
                            added, withdrawn, changed_days, effective_from, effective_to, published_by, published_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, calendarId);
            insert.setLong(2, publication.revision());
            insert.setString(3, publication.calendarVersion());
            insert.setString(4, publication.documentNo());
            insert.setArray(
                    5, connection.createArrayOf("text", publication.sources().toArray()));
            insert.setString(6, publication.added());
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "date",
                            publication.withdrawnLocalDays().stream()
                                    .map(Date::valueOf)
                                    .toArray()));
            insert.setInt(8, publication.changedDays());
            insert.setObject(9, publication.effectiveFrom());
            insert.setObject(10, publication.effectiveTo());
            insert.setString(11, publication.publishedBy());
            insert.setObject(12, publication.publishedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "publication " + publication.calendarVersion() + " cannot be stored", failure);
        }
    }

    private static PublicationView view(ResultSet row) throws SQLException {
        return new PublicationView(
                row.getLong("revision"),
                row.getString("calendar_version"),
                row.getString("document_no"),
                Arrays.stream(array(row, "sources")).map(String::valueOf).toList(),
                row.getString("added"),
                Arrays.stream(array(row, "withdrawn"))
                        .map(date -> ((Date) date).toLocalDate())
                        .toList(),
                row.getInt("changed_days"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (Object[]) array.getArray();
    }
}

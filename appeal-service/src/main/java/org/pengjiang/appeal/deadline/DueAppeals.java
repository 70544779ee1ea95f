package org.pengjiang.appeal.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which appeals a sweep has to look at. A claim locks the rows of the appeals and passes over those that somebody else holds,
 * so that a command is never waited for. Of the replicas one at a time claims what is due: side by side they would fire out of
 * order.
 */
@ApplicationScoped
class DueAppeals {
    /** Clocks that are looked at for one claim; several of them may belong to one appeal. */
    private static final int WINDOW = 200;

    private static final String ONE_AT_A_TIME =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('due-clocks', 20260921))";

    static final String DUE = """
            SELECT a.id FROM appeal a
            JOIN (SELECT appeal_id, min(next_fire_at) AS first
                  FROM (SELECT appeal_id, next_fire_at FROM deadline_clock
                        WHERE next_fire_at <= ? AND appeal_id <> ALL (?)
                        ORDER BY next_fire_at LIMIT ?) AS window_of_clocks
                  GROUP BY appeal_id) AS due ON due.appeal_id = a.id
            ORDER BY due.first, a.id
            LIMIT ?
            FOR UPDATE OF a SKIP LOCKED
            """;

    private static final String BEHIND = """
            SELECT a.id FROM appeal a
            WHERE a.division = ? AND a.id <> ALL (?)
              AND EXISTS (SELECT 1 FROM deadline_clock c
                          WHERE c.appeal_id = a.id AND c.state IN ('RUNNING', 'PAUSED') AND c.calendar_version = ?)
            ORDER BY a.id
            LIMIT ?
            FOR UPDATE OF a SKIP LOCKED
            """;

    private static final String CALENDARS_IN_USE = """
            SELECT DISTINCT a.division, c.calendar_version
            FROM deadline_clock c JOIN appeal a ON a.id = c.appeal_id
            WHERE c.state IN ('RUNNING', 'PAUSED')
            """;

    private final DataSource database;

    DueAppeals(DataSource database) {
        this.database = database;
    }

    /** Open clocks of this division still count by this calendar. */
    record InUse(String division, String calendarVersion) {}

    /**
     * Whose clocks are due to fire, the longest overdue first; locked until the transaction ends. Nobody, while another replica
     * is at it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> claimDue(Instant by, Collection<UUID> without, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DUE)) {
            if (!isAlone(connection)) {
                return List.of();
            }
            query.setObject(1, by.atOffset(ZoneOffset.UTC));
            query.setArray(2, uuids(connection, without));
            query.setInt(3, WINDOW);
            query.setInt(4, most);
            return ids(query);
        } catch (SQLException failure) {
            throw new IllegalStateException("the due clocks cannot be read", failure);
        }
    }

    /** Whose clocks count by a calendar that holds no more; locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> claimBehind(InUse calendar, Collection<UUID> without, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BEHIND)) {
            query.setString(1, calendar.division());
            query.setArray(2, uuids(connection, without));
            query.setString(3, calendar.calendarVersion());
            query.setInt(4, most);
            return ids(query);
        } catch (SQLException failure) {
            throw new IllegalStateException("the clocks of " + calendar + " cannot be read", failure);
        }
    }

    /** When the next level of any clock is due to fire, or has been. */
    Optional<Instant> firstDue() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT min(next_fire_at) FROM deadline_clock WHERE next_fire_at IS NOT NULL");
                ResultSet row = query.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        } catch (SQLException failure) {
            throw new IllegalStateException("the next due clock cannot be read", failure);
        }
    }

    Set<InUse> calendarsInUse() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CALENDARS_IN_USE);
                ResultSet row = query.executeQuery()) {
            Set<InUse> inUse = new LinkedHashSet<>();
            while (row.next()) {
                inUse.add(new InUse(row.getString(1), row.getString(2)));
            }
            return inUse;
        } catch (SQLException failure) {
            throw new IllegalStateException("the calendars in use cannot be read", failure);
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME);
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<UUID> ids(PreparedStatement query) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}

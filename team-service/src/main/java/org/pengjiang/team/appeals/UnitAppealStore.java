package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The counters in the database. Keys are written in their order, so that two appeals never wait for each other in a circle. */
@ApplicationScoped
class UnitAppealStore {
    private static final String KNOWN =
            "SELECT 1 FROM unit_appeal_entry WHERE appeal_id = ? AND round = ? AND unit_code = ? AND fact = ?";
    private static final String ENTER = """
            INSERT INTO unit_appeal_entry
              (appeal_id, round, unit_code, fact, figure, event_id, district, month, quantity)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ROLL_UP = """
            INSERT INTO unit_appeal_month (district, unit_code, month, figure, quantity) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (district, unit_code, month, figure)
            DO UPDATE SET quantity = unit_appeal_month.quantity + excluded.quantity""";
    private static final String STOOD = "SELECT unit_code, open FROM handled_appeal WHERE appeal_id = ? FOR UPDATE";
    private static final String STANDS = """
            INSERT INTO handled_appeal (appeal_id, district, unit_code, open) VALUES (?, ?, ?, ?)
            ON CONFLICT (appeal_id) DO UPDATE SET unit_code = excluded.unit_code, open = excluded.open""";
    private static final String OPEN = """
            INSERT INTO unit_appeal_open (district, unit_code, open_appeals) VALUES (?, ?, greatest(?, 0))
            ON CONFLICT (district, unit_code) DO UPDATE SET open_appeals = unit_appeal_open.open_appeals + ?""";

    private final DataSource database;

    UnitAppealStore(DataSource database) {
        this.database = database;
    }

    record Entry(UUID event, HandledAppeal appeal, String unit, LocalDate month, AppealFact fact) {}

    void add(Entry entry) {
        try (Connection connection = database.getConnection()) {
            if (!isKnown(connection, entry)) {
                enter(connection, entry);
                rollUp(connection, entry);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("an appeal cannot be counted for " + entry.unit(), failure);
        }
    }

    private static boolean isKnown(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, entry.appeal().id());
            select.setInt(2, entry.appeal().round());
            select.setString(3, entry.unit());
            select.setString(4, entry.fact().fact());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void enter(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            for (Map.Entry<Figure, Integer> figure : entry.fact().figures().entrySet()) {
                insert.setObject(1, entry.appeal().id());
                insert.setInt(2, entry.appeal().round());
                insert.setString(3, entry.unit());
                insert.setString(4, entry.fact().fact());
                insert.setString(5, figure.getKey().name());
                insert.setObject(6, entry.event());
                insert.setString(7, entry.appeal().district());
                insert.setObject(8, entry.month());
                insert.setLong(9, figure.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void rollUp(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(ROLL_UP)) {
            for (Map.Entry<Figure, Integer> figure : new TreeMap<>(entry.fact().figures()).entrySet()) {
                upsert.setString(1, entry.appeal().district());
                upsert.setString(2, entry.unit());
                upsert.setObject(3, entry.month());
                upsert.setString(4, figure.getKey().name());
                upsert.setLong(5, figure.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** The appeal stands so from now on; what is open moves with it. */
    void stand(HandledAppeal now) {
        try (Connection connection = database.getConnection()) {
            TreeMap<String, Integer> differences = new TreeMap<>();
            String before = openAt(connection, now.id());
            if (before != null) {
                differences.merge(before, -1, Integer::sum);
            }
            if (now.open() && now.unit() != null) {
                differences.merge(now.unit(), 1, Integer::sum);
            }
            keep(connection, now);
            for (Map.Entry<String, Integer> difference : differences.entrySet()) {
                if (difference.getValue() != 0) {
                    move(connection, now.district(), difference.getKey(), difference.getValue());
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the standing of an appeal cannot be kept", failure);
        }
    }

    /** The unit at which it was open. */
    private static @Nullable String openAt(Connection connection, UUID appeal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STOOD)) {
            select.setObject(1, appeal);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(2) ? row.getString(1) : null;
            }
        }
    }

    private static void keep(Connection connection, HandledAppeal now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(STANDS)) {
            upsert.setObject(1, now.id());
            upsert.setString(2, now.district());
            upsert.setString(3, now.unit());
            upsert.setBoolean(4, now.open());
            upsert.executeUpdate();
        }
    }

    private static void move(Connection connection, String district, String unit, int difference) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(OPEN)) {
            upsert.setString(1, district);
            upsert.setString(2, unit);
            upsert.setInt(3, difference);
            upsert.setInt(4, difference);
            upsert.executeUpdate();
        }
    }
}

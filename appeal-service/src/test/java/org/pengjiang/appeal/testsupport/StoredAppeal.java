package org.pengjiang.appeal.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.testing.Database;

/** An appeal as its row stands, for tests of what is read and not of how it came about. */
public final class StoredAppeal {
    public static final String ENTERPRISE = "91440703MA00000077";
    public static final String ENTERPRISE_2 = "91440703MA5ABCDE5X";
    /** In the transaction of many: their keys as the service makes them of small letters, digits, blanks and simplified Chinese. */
    public static final String SEARCHED = """
            INSERT INTO search_text (id, list, made_of, form, key)
            SELECT id, 'appeal', hashtextextended(search_text, 0), 1, lower(translate(search_text, ' -，', '')) FROM appeal
            ON CONFLICT DO NOTHING
            """;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, Object> row = new LinkedHashMap<>();

    private StoredAppeal(String division) {
        DivisionCode place = DivisionCode.parse(division);
        int number = COUNT.incrementAndGet();
        row.put("id", Ids.next());
        row.put("version", 0);
        row.put("log_version", 1);
        row.put("published_version", 1);
        row.put("division", division);
        row.put("province", place.province());
        row.put("city", place.city().orElseThrow());
        row.put("district", place.district().orElseThrow());
        place.town().ifPresent(town -> row.put("town", town));
        row.put("no", "A-%s-2026-%04d".formatted(place.district().orElseThrow(), number));
        row.put("title", "范例诉求" + number);
        row.put("description", "虚构");
        row.put("search_text", row.get("no") + " " + row.get("title"));
        row.put("nature", "HELP");
        row.put("category", "A04");
        row.put("category_version", 1);
        row.put("urgency", "ORDINARY");
        row.put("time_class", "P3");
        row.put("policy_version", "PJ-2026");
        row.put("source", "APP");
        row.put("enterprise", ENTERPRISE);
        row.put("submitted_by", "x");
        row.put("received_at", at("2026-09-18T09:00:00Z"));
        row.put("recorded_at", at("2026-09-18T09:00:00Z"));
        row.put("state", "SUBMITTED");
        row.put("open", true);
        row.put("round", 1);
        row.put("supervision_level", 0);
        row.put("breached", false);
        row.put("signed_automatically", false);
    }

    public static StoredAppeal in(String division) {
        return new StoredAppeal(division);
    }

    public StoredAppeal with(String column, Object value) {
        row.put(column, value);
        return this;
    }

    public StoredAppeal of(String enterprise) {
        return with("enterprise", enterprise);
    }

    public StoredAppeal dispatchedTo(String unit) {
        return with("state", "DISPATCHED").with("handler_kind", "UNIT").with("accountable_unit", unit);
    }

    public StoredAppeal handledBy(UUID classId, String leadUnit) {
        return with("state", "DISPATCHED")
                .with("handler_kind", "SPECIAL_CLASS")
                .with("class_id", classId)
                .with("accountable_unit", leadUnit);
    }

    public StoredAppeal due(String moment) {
        return with("next_due_at", at(moment));
    }

    public StoredAppeal closed() {
        return with("state", "CLOSED").with("open", false);
    }

    public StoredAppeal saying(String title) {
        return with("title", title).with("search_text", row.get("no") + " " + title);
    }

    public UUID stored() {
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        String sql = "INSERT INTO appeal (" + String.join(", ", row.keySet()) + ") VALUES (" + marks + ")";
        try (Connection connection = Database.administer();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : row.values()) {
                insert.setObject(++index, value);
            }
            insert.executeUpdate();
            assign(connection);
            return (UUID) row.get("id");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To its handler, where it has one. */
    private void assign(Connection connection) throws SQLException {
        try (PreparedStatement assign = connection.prepareStatement(
                "INSERT INTO assignment SELECT gen_random_uuid(), id, 1, 1, handler_kind, class_id, accountable_unit,"
                        + " 'DIRECTORY', 'x', received_at, CASE WHEN open THEN NULL ELSE now() END FROM appeal"
                        + " WHERE id = ? AND accountable_unit IS NOT NULL")) {
            assign.setObject(1, row.get("id"));
            assign.executeUpdate();
        }
    }

    private static OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(moment);
    }
}

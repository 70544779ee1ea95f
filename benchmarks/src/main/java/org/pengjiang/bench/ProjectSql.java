package org.pengjiang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The measured requests as their statements alone, in the transactions the service puts them into. The values are those of a
 * project that the service itself has written; keys, versions and digests are new each time, as the service's are.
 */
final class ProjectSql {

    private static final int PAGE_AND_ONE_MORE = 51;
    /** A first answer, sealed. */
    private static final int ANSWER_BYTES = 1_500;

    private final Connection connection;
    private final Statements statements;
    private final int worker;
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> columns;
    private final Map<String, @Nullable Object> template = new HashMap<>();
    private final UUID investor;
    private long count;

    ProjectSql(Connection connection, int worker) throws SQLException {
        this.connection = connection;
        this.worker = worker;
        this.statements = new Statements(connection);
        this.columns = columnsOfInsert();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT id FROM project ORDER BY id")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT * FROM project WHERE id = '" + ids.getFirst() + "'")) {
                row.next();
                for (String column : columns) {
                    template.put(column, row.getObject(column));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT investor_id FROM project_investor LIMIT 1")) {
                row.next();
                investor = row.getObject(1, UUID.class);
            }
        }
    }

    private List<String> columnsOfInsert() {
        String text = statements.text("insert-project");
        return Arrays.stream(
                        text.substring(text.indexOf('(') + 1, text.indexOf(')')).split(","))
                .map(String::strip)
                .toList();
    }

    void run(String scenario) throws SQLException {
        switch (scenario) {
            case "register" -> register();
            case "get" -> get(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
            case "revise" -> revise();
            case "list" -> statements.rows("page", "440703", PAGE_AND_ONE_MORE);
            default -> throw new IllegalArgumentException("no such scenario: " + scenario);
        }
    }

    private void register() throws SQLException {
        connection.setAutoCommit(false);
        byte[] request = random(32);
        statements.rows("claim", ThreadLocalRandom.current().nextLong());
        statements.rows("known-answer", (Object) request);
        statements.rows("chains", LocalDate.of(2026, 11, 23));
        statements.rows("investor", investor);
        Object number = statements.rows("number", "440703", 2026).getFirst().getFirst();
        UUID id = newId();
        byte[] hash = random(32);
        String name = "范例智能家电产业园" + number;
        String no = "P-440703-2026-" + number;
        append(
                id,
                "project.registered.v1",
                1,
                1,
                null,
                hash,
                "{\"projectId\":\"" + id + "\",\"projectNo\":\"" + no + "\",\"name\":\"" + name
                        + "\",\"kind\":\"NEW\",\"stage\":\"LEAD\",\"historical\":false}");
        Map<String, @Nullable Object> row = new HashMap<>(template);
        row.putAll(Map.of("id", id, "no", no, "name", name, "search_text", no + " " + name + " 范例基准投资有限公司"));
        row.putAll(Map.of("version", 0L, "log_version", 1L, "published_version", 1L, "last_hash", hash));
        statements.changeOne("insert-project", values(row));
        statements.changeOne("insert-project-investor", id, 0, investor, null, true);
        statements.changeOne("insert-project-tag", id, "GREEN", "范例：屋顶光伏");
        int forgotten = statements.change("forget-answer", (Object) request);
        if (forgotten != 0) {
            throw new IllegalStateException("an answer stood under a new key");
        }
        statements.changeOne("store-answer", request, random(32), random(ANSWER_BYTES));
        connection.commit();
    }

    private void get(UUID id) throws SQLException {
        connection.setAutoCommit(true);
        statements.rows("project", id);
        statements.rows("shares", id);
        statements.rows("gate-requests", id);
        statements.rows("project-investors", id);
        statements.rows("tags", id);
        statements.rows("national-codes", id);
        statements.rows("special-class", id);
    }

    private void revise() throws SQLException {
        UUID id = ids.get(worker * ProjectRequests.OWN + (int) (count % ProjectRequests.OWN));
        connection.setAutoCommit(false);
        List<@Nullable Object> read = statements.rows("project-for-change", id).getFirst();
        statements.rows("shares", id);
        statements.rows("project-investors", id);
        statements.rows("tags", id);
        statements.rows("national-codes", id);
        statements.rows("chains", LocalDate.of(2026, 11, 23));
        statements.rows("investor", investor);
        statements.rows("gate-requests", id);
        Map<String, @Nullable Object> row = asRead(read);
        long version = number(row, "version");
        long logVersion = number(row, "log_version") + 1;
        byte[] hash = random(32);
        String name = "范例智能家电产业园修订" + worker + "-" + count++;
        append(
                id,
                "project.facts-changed.v1",
                logVersion,
                null,
                bytes(row, "last_hash"),
                hash,
                "{\"changes\":[{\"fact\":\"name\",\"before\":\"范例智能家电产业园1\",\"after\":\"" + name + "\"}]}");
        row.putAll(Map.of("version", version + 1, "log_version", logVersion, "last_hash", hash, "name", name));
        row.put("search_text", row.get("no") + " " + name + " 范例基准投资有限公司");
        update(row, id, version);
        statements.rows("special-class", id);
        connection.commit();
    }

    private Map<String, @Nullable Object> asRead(List<@Nullable Object> read) {
        // the select names id first and then what the insert names, id last
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i + 1 < columns.size(); i++) {
            row.put(columns.get(i), read.get(i + 1));
        }
        return row;
    }

    private void append(
            UUID subject,
            String type,
            long version,
            @Nullable Integer published,
            byte @Nullable [] previous,
            byte[] hash,
            String data)
            throws SQLException {
        statements.changeOne(
                "append",
                newId(),
                type,
                "DIVISION",
                null,
                "project",
                subject,
                version,
                published,
                "440703101",
                "a0000000-0000-4000-8000-000000000001",
                "PROMOTION_OFFICE",
                OffsetDateTime.now(ZoneOffset.UTC),
                data,
                null,
                null,
                previous,
                hash);
    }

    /** The insert's columns but the last, which is the id; then the id and the version that was read. */
    private void update(Map<String, @Nullable Object> row, UUID id, long version) throws SQLException {
        @Nullable Object[] inserted = values(row);
        @Nullable Object[] updated = Arrays.copyOf(inserted, inserted.length + 1);
        updated[inserted.length - 1] = id;
        updated[inserted.length] = version;
        statements.changeOne("update-project", updated);
    }

    private @Nullable Object[] values(Map<String, @Nullable Object> row) {
        return columns.stream().map(row::get).toArray();
    }

    private static long number(Map<String, @Nullable Object> row, String column) {
        if (row.get(column) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("no number in " + column);
    }

    private static byte @Nullable [] bytes(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof byte[] bytes ? bytes : null;
    }

    /** Time first, as the service's keys, so that indexes grow at their end. */
    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = Wall.micros() / 1000 << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(time, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}

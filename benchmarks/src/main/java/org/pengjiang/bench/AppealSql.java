package org.pengjiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The measured requests to appeal-service as their statements alone, in the transactions the service puts them into. The
 * values are those of an appeal that was filed and of one that was signed for; keys, versions and digests are new each time.
 */
final class AppealSql implements SqlSession {

    private static final String DISTRICT = "440703";
    private static final String CLERK = "a0000000-0000-4000-8000-000000000006";
    private static final int PAGE_AND_ONE_MORE = 51;

    private final Connection connection;
    private final Statements statements;
    private final KitSql kit;
    private final LocalDate today = LocalDate.now(AppealRequests.OFFICES);
    private final List<UUID> ids;
    private final Deque<UUID> unsigned = new ArrayDeque<>();
    private final Filed filed;
    private final Signed signed;
    private final Object areas;

    /** What stands behind an appeal that was filed and dispatched. */
    private record Filed(Row appeal, Row assignment, List<Row> clocks, List<Row> events, Row task, Row notice) {

        static Filed read(Statements statements) throws SQLException {
            Row appeal = statements.template("SELECT * FROM appeal WHERE state = 'DISPATCHED' ORDER BY id LIMIT 1");
            String ofIt = "'" + appeal.id() + "'";
            return new Filed(
                    appeal,
                    statements.template("SELECT * FROM assignment WHERE appeal_id = " + ofIt),
                    statements.templates("SELECT * FROM deadline_clock WHERE appeal_id = " + ofIt + " ORDER BY id"),
                    statements.templates(
                            "SELECT * FROM event_log WHERE subject = " + ofIt + " ORDER BY subject_version"),
                    statements.template("SELECT * FROM task WHERE subject = " + ofIt),
                    statements.template("SELECT * FROM notice WHERE subject = " + ofIt));
        }
    }

    /** What signing for an appeal has left behind. */
    private record Signed(Row appeal, Row clock, Row event, Row task, Row notice) {

        static Signed read(Statements statements) throws SQLException {
            Row appeal = statements.template("SELECT * FROM appeal WHERE state = 'IN_PROGRESS' ORDER BY id LIMIT 1");
            String ofIt = "'" + appeal.id() + "'";
            Row clock = statements.template("SELECT * FROM deadline_clock WHERE type = 'SIGN' AND appeal_id = " + ofIt);
            Row task = statements.template("SELECT * FROM task WHERE done_at IS NULL AND subject = " + ofIt);
            return new Signed(
                    appeal,
                    clock,
                    statements.template("SELECT * FROM event_log WHERE subject = " + ofIt
                            + " ORDER BY subject_version DESC LIMIT 1"),
                    task,
                    statements.template("SELECT * FROM notice WHERE task = '" + task.id() + "'"));
        }
    }

    AppealSql(Connection connection, Statements statements, int worker) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        kit = new KitSql(statements);
        ids = statements.templates("SELECT id FROM appeal ORDER BY id").stream()
                .map(Row::id)
                .toList();
        List<UUID> dispatched =
                statements.templates("SELECT id FROM appeal WHERE state = 'DISPATCHED' ORDER BY id").stream()
                        .map(Row::id)
                        .toList();
        unsigned.addAll(RestCell.share(dispatched, worker));
        filed = Filed.read(statements);
        signed = Signed.read(statements);
        areas = connection.createArrayOf("text", new Object[] {AppealRequests.TOWN, DISTRICT, "4407", "44"});
    }

    @Override
    public void stock(String scenario, int wanted) throws SQLException {
        while (scenario.equals("sign") && unsigned.size() < wanted) {
            file();
        }
    }

    @Override
    public boolean run(String scenario) throws SQLException {
        switch (scenario) {
            case "create" -> file();
            case "get" -> get(KitSql.any(ids));
            case "inbox" -> inbox();
            case "sign" -> {
                return sign(unsigned.poll());
            }
            default -> throw new IllegalArgumentException("no such scenario: " + scenario);
        }
        return true;
    }

    private void file() throws SQLException {
        connection.setAutoCommit(false);
        byte[] request = kit.claim();
        statements.rows("categories", today);
        long number =
                statements.rows("number", DISTRICT, today.getYear()).getFirst().number("next_appeal_number");
        Row made = filed.appeal()
                .copy()
                .set("id", KitSql.newId())
                .set("no", "A-" + DISTRICT + "-" + today.getYear() + "-" + number)
                .set("version", 0L)
                .set("row_version", 0L)
                .set("log_version", 0L)
                .set("published_version", 0L)
                .set("last_hash", null);
        kit.addDataKey();
        kit.append(filed.events().get(0), made);
        statements.rows("rule", AppealRequests.CATEGORY, areas, today, today);
        kit.append(filed.events().get(1), made);
        kit.append(filed.events().get(2), made);
        statements.writeOne("insert-appeal", made);
        UUID id = made.id();
        statements.writeOne(
                "insert-assignment",
                filed.assignment().copy().set("id", KitSql.newId()).set("appeal_id", id));
        List<UUID> clocks = filed.clocks().stream().map(clock -> KitSql.newId()).toList();
        for (int i = 0; i < clocks.size(); i++) {
            statements.writeOne(
                    "insert-clock",
                    filed.clocks().get(i).copy().set("id", clocks.get(i)).set("appeal_id", id));
        }
        kit.keepAnswer(request);
        kit.openTask(filed.task(), filed.notice(), id);
        connection.commit();
        unsigned.add(id);
    }

    private void get(UUID id) throws SQLException {
        connection.setAutoCommit(true);
        statements.rows("appeal", id);
        statements.rows("clocks", id);
        kit.readDataKey();
    }

    private void inbox() throws SQLException {
        connection.setAutoCommit(true);
        statements.rows("my-classes", CLERK, CLERK, CLERK);
        statements.rows("inbox", AppealRequests.TOWN, AppealRequests.TOWN, PAGE_AND_ONE_MORE);
    }

    /** @return false when there is no appeal to sign for */
    private boolean sign(@Nullable UUID id) throws SQLException {
        if (id == null) {
            return false;
        }
        connection.setAutoCommit(false);
        byte[] request = kit.claim();
        statements.rows("place", id);
        Row read = statements.rows("appeal-for-change", id).getFirst();
        List<Row> clocks = statements.rows("clocks", id);
        kit.append(signed.event(), read);
        long stored = read.number("row_version");
        read.set("row_version", stored + 1);
        for (String changed : List.of("state", "signed_at", "signed_automatically", "next_due_at")) {
            read.set(changed, signed.appeal().get(changed));
        }
        statements.writeOne("update-appeal", read, id, stored);
        stop(id, clocks);
        kit.readDataKey();
        kit.keepAnswer(request);
        statements.rows("breaches", id);
        List<Row> tasks = statements.rows("open-tasks", id);
        kit.openTask(signed.task(), signed.notice(), id);
        statements.changeOne(
                "end-task",
                OffsetDateTime.now(ZoneOffset.UTC),
                CLERK,
                tasks.getFirst().id());
        connection.commit();
        return true;
    }

    /** The clock to sign by is answered. */
    private void stop(UUID appeal, List<Row> clocks) throws SQLException {
        UUID clock = clocks.stream()
                .filter(one -> "SIGN".equals(one.get("type")))
                .findFirst()
                .orElseThrow()
                .id();
        statements.writeOne("update-clock", signed.clock().copy().set("appeal_id", appeal), clock);
    }
}

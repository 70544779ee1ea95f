package org.pengjiang.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the kit asks of PostgreSQL around a command, for an event and for a task, whichever the service. */
final class KitSql {

    private final Statements statements;
    private final int answerBytes;
    private final List<Row> dataKeys;

    KitSql(Statements statements) throws SQLException {
        this.statements = statements;
        this.answerBytes = (int) statements
                .template("SELECT avg(octet_length(answer))::int AS bytes FROM idempotency")
                .number("bytes");
        this.dataKeys = statements.templates("SELECT * FROM data_key WHERE key_sealed IS NOT NULL ORDER BY id");
    }

    /** @return what the request goes by, new each time */
    byte[] claim() throws SQLException {
        byte[] request = random(32);
        statements.rows("claim", ThreadLocalRandom.current().nextLong());
        statements.rows("known-answer", (Object) request);
        return request;
    }

    void keepAnswer(byte[] request) throws SQLException {
        int forgotten = statements.change("forget-answer", (Object) request);
        if (forgotten != 0) {
            throw new IllegalStateException("an answer stood under a new key");
        }
        statements.changeOne("store-answer", request, random(32), random(answerBytes));
    }

    /** A published event like that one; the aggregate's row counts it and continues from its hash, new each time. */
    void append(Row event, Row aggregate) throws SQLException {
        long version = aggregate.number("log_version") + 1;
        // a new aggregate begins at 0 and stays there, whatever its first command decides
        long decided = event.get("aggregate_version") == null || event.number("aggregate_version") == 0
                ? aggregate.number("version")
                : aggregate.number("version") + 1;
        Object published = event.get("published_version") == null ? null : aggregate.number("published_version") + 1;
        byte[] hash = random(32);
        statements.writeOne(
                "append",
                event.copy()
                        .set("id", newId())
                        .set("subject", aggregate.id())
                        .set("subject_version", version)
                        .set("published_version", published)
                        .set("aggregate_version", event.get("aggregate_version") == null ? null : decided)
                        .set("previous_hash", aggregate.get("last_hash"))
                        .set("hash", hash));
        aggregate.set("version", decided).set("log_version", version).set("last_hash", hash);
        if (published != null) {
            aggregate.set("published_version", published);
        }
    }

    /** For a contact of its own, which is shown afterwards. */
    void addDataKey() throws SQLException {
        UUID id = UUID.randomUUID();
        statements.changeOne("add-data-key", id, "made/" + id, any(dataKeys).get("key_sealed"));
        statements.rows("data-key", id);
    }

    /** For the contact that is shown. */
    void readDataKey() throws SQLException {
        statements.rows("data-key", any(dataKeys).id());
    }

    /** A task like that one, and the letter that says so. */
    void openTask(Row task, Row notice, UUID subject) throws SQLException {
        UUID id = newId();
        statements.writeOne("open-task", task.copy().set("id", id).set("subject", subject));
        statements.writeOne(
                "notice",
                notice.copy()
                        .set("id", newId())
                        .set("cause", id)
                        .set("task", id)
                        .set("subject", subject));
    }

    /** Time first, as the service's keys, so that indexes grow at their end. */
    static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = Wall.micros() / 1000 << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(time, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    static <T> T any(List<T> of) {
        return of.get(ThreadLocalRandom.current().nextInt(of.size()));
    }
}

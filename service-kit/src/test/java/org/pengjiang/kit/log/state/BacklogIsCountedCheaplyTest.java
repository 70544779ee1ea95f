package org.pengjiang.kit.log.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** Every replica looks every other second, so that a look may not cost more because there is trouble. */
class BacklogIsCountedCheaplyTest {
    private static final int BACKLOG = 30_000;
    private static PostgresServer server;
    private static LogDatabase log;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(PostgresOptions.forTests("kit"));
        log = LogDatabase.migrated(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLongBacklogIsEstimatedByAFewRowsAndItsAgeIsExact() throws SQLException {
        // Given
        backlog();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(log.database().jdbcUrl());
        database.setUser(log.database().app().user());
        database.setPassword(log.database().app().password());
        long readBefore = rowsRead();

        // When
        LogState state = new LogStateReader(database).look();

        // Then
        assertEquals(BACKLOG, state.unsent(), BACKLOG / 100.0, "estimated");
        assertEquals(0, state.behindHorizon());
        assertEquals(3_600, state.unsentSeconds(), 60, "the age of the first row");
        long read = rowsRead() - readBefore;
        assertTrue(read < 3_000, "rows read: " + read);
    }

    private static void backlog() throws SQLException {
        try (Connection owner = administrator();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO event_log (id, type, audience, subject_type, subject, subject_version, published_version,
                        division, actor, actor_role, occurred_at, recorded_at, data, hash)
                    SELECT gen_random_uuid(), 'kit.thing-made.v1', 'DIVISION', 'thing', gen_random_uuid(), 1, 1,
                        '440703', 'writer', '', now(), now() - interval '1 hour', '{}', decode(repeat('00', 32), 'hex')
                      FROM generate_series(1, %d)""".formatted(BACKLOG));
            statement.execute("VACUUM ANALYZE event_log");
        }
    }

    /** Of the log, by index or without, as the server counts them. */
    private static long rowsRead() throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (var row = statement.executeQuery("""
                    SELECT (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'event_log')
                         + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'event_log')""")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                log.database().jdbcUrl(),
                server.administrator().user(),
                server.administrator().password());
    }
}

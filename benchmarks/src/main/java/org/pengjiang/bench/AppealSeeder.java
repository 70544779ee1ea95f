package org.pengjiang.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills a database of appeal-service with appeals of three years, by COPY: each with its assignment, its clocks, its reply
 * and rating, as its state has them, and the text it is searched by. None has rows in the log, tasks, letters or a sealed
 * contact: no event is published, and its history begins with the first command. Open ones are due in the future.
 */
final class AppealSeeder {
    private static final int CHUNK = 20_000;
    private static final int DAYS = 3 * 365;
    private static final int OPEN_IN_THOUSAND = 40;
    private static final List<String> TOWNS = List.of("440703101", "440703102", "440703103", "440703104");
    private static final List<String> CATEGORIES = List.of("A01", "A02", "A03", "A04", "B01", "C04");
    private static final String DISTRICT = "440703";
    private static final String NULL = "\\N";

    /** What takes longest when it is kept up row by row; made anew at the end. */
    private static final List<String> INDEXES = List.of("appeal_text", "search_text_pairs");

    private static final String APPEALS = """
            appeal (id, version, log_version, published_version, division, province, city, district, town, no, title,
            description, search_text, nature, category, category_version, urgency, time_class, policy_version, source, enterprise,
            submitted_by, received_at, recorded_at, state, open, round, supervision_level, breached, handler_kind,
            accountable_unit, accepted_at, dispatched_at, signed_at, signed_automatically, contacted_at, replied_at, closed_at,
            closed_by, next_due_at)""";
    private static final String ASSIGNMENTS = """
            assignment (id, appeal_id, seq, round, handler_kind, accountable_unit, named_by, account, assigned_at, ended_at)""";
    private static final String CLOCKS = """
            deadline_clock (id, appeal_id, round, family, type, unit_code, policy_version, time_class, target_amount,
            target_unit, roll_forward, target_source, other_targets, started_at, met, outcome_due_at, outcome_provisional,
            outcome_calendar, answered_at, state, due_at, provisional, calendar_version, next_fire_at, next_level, assignment, segments)""";
    private static final String REPLIES = """
            reply (id, appeal_id, seq, round, result, public_text, status, drafted_by, drafted_at, judged_by, judged_at)""";
    private static final String RATINGS = "rating (appeal_id, round, solved, stars, automatic, account, rated_at)";
    /** The seeded texts hold no other marks, and nothing that is spelled in two ways. */
    private static final String SEARCH_TEXTS = """
            INSERT INTO search_text (id, list, made_of, form, key)
            SELECT id, 'appeal', hashtextextended(search_text, 0), 1, lower(translate(search_text, ' -，。；：（）、', ''))
              FROM appeal WHERE id BETWEEN ? AND ? ON CONFLICT DO NOTHING
            """;

    private final Connection connection;
    private final Consumer<String> say;
    private final Random random;
    private final SeedTexts texts;
    private final StringBuilder appeals = new StringBuilder();
    private final StringBuilder assignments = new StringBuilder();
    private final StringBuilder clocks = new StringBuilder();
    private final StringBuilder replies = new StringBuilder();
    private final StringBuilder ratings = new StringBuilder();

    /** @param connection of the administrator of the service's database */
    AppealSeeder(Connection connection, long seed, Consumer<String> say) {
        this.connection = connection;
        this.say = say;
        this.random = new Random(seed);
        this.texts = new SeedTexts(random);
    }

    void seed(int count) throws SQLException, IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant first = now.minus(Duration.ofDays(DAYS));
        long between = Duration.between(first, now.minusSeconds(3600)).toMillis() / count;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // past triggers and foreign keys: the rows are whole, and the log has none of them
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    "SET statement_timeout = 0; SET transaction_timeout = 0; SET maintenance_work_mem = '512MB'");
            List<String> definitions = dropIndexes(statement);
            long number = firstNumber(statement, count);
            for (int done = 0; done < count; ) {
                int next = Math.min(count, done + CHUNK);
                Instant from = first.plusMillis(between * done);
                for (int i = done; i < next; i++) {
                    appeal(
                            first.plusMillis(between * i),
                            number + i,
                            i >= count - count / 1000 * OPEN_IN_THOUSAND,
                            now);
                }
                copy(from, first.plusMillis(between * next));
                connection.commit();
                done = next;
                say.accept(String.format(Locale.ROOT, "%,d of %,d appeals", done, count));
            }
            for (String definition : definitions) {
                say.accept(definition.replaceFirst(" USING .*", ""));
                statement.execute(definition);
                connection.commit();
            }
            connection.setAutoCommit(true);
            say.accept("VACUUM ANALYZE");
            for (String table : List.of("appeal", "assignment", "deadline_clock", "reply", "rating", "search_text")) {
                statement.execute("VACUUM ANALYZE " + table);
            }
        }
    }

    private List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (String index : INDEXES) {
            try (ResultSet row = statement.executeQuery("SELECT pg_get_indexdef('%s'::regclass)".formatted(index))) {
                row.next();
                definitions.add(row.getString(1));
            }
            statement.execute("DROP INDEX " + index);
        }
        definitions.add("ALTER INDEX search_text_pairs ALTER COLUMN 1 SET STATISTICS 0");
        return definitions;
    }

    /** Behind the last one that was given, with the sequence moved past all of them. */
    private static long firstNumber(Statement statement, int count) throws SQLException {
        int year = Instant.now().atZone(AppealRequests.OFFICES).getYear();
        try (ResultSet row = statement.executeQuery("SELECT next_appeal_number('%s', %d)".formatted(DISTRICT, year))) {
            row.next();
            long first = row.getLong(1);
            statement.execute("SELECT setval('appeal_no_%s_%d', %d)".formatted(DISTRICT, year, first + count));
            return first;
        }
    }

    private void appeal(Instant at, long number, boolean open, Instant now) {
        UUID id = id(at);
        String town = TOWNS.get(random.nextInt(TOWNS.size()));
        String matter = texts.matter();
        String no = String.format(
                Locale.ROOT,
                "A-%s-%d-%04d",
                DISTRICT,
                now.atZone(AppealRequests.OFFICES).getYear(),
                number);
        String title = texts.title(matter);
        String description = texts.description(matter);
        State state = open ? State.OPEN.get(random.nextInt(State.OPEN.size())) : State.CLOSED;
        Instant due = open ? now.plus(Duration.ofMinutes(1440 + random.nextInt(20_000))) : at.plus(Duration.ofDays(7));
        Instant done = at.plus(Duration.ofHours(5 + random.nextInt(100)));
        boolean breached = !open && random.nextInt(50) == 0;
        row(
                appeals,
                id,
                0,
                0,
                0,
                town,
                "44",
                "4407",
                DISTRICT,
                town,
                no,
                title,
                description,
                no + " " + title + " " + description,
                "HELP",
                CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                1,
                "ORDINARY",
                "P3",
                "PJ-2026",
                "APP",
                "91440703MA" + String.format(Locale.ROOT, "%08d", random.nextInt(5000)),
                "seed",
                at,
                at,
                state.name,
                open,
                1,
                0,
                breached,
                state.handled ? "UNIT" : NULL,
                state.handled ? town : NULL,
                state.handled ? at : NULL,
                state.handled ? at : NULL,
                state.signed ? at : NULL,
                false,
                state.signed ? at : NULL,
                state.replied ? done : NULL,
                open ? NULL : done,
                open ? NULL : "RATING",
                open && !state.replied ? due : NULL);
        if (state.handled) {
            row(assignments, id(at), id, 1, 1, "UNIT", town, "DIRECTORY", "seed", at, open ? NULL : done);
        }
        clock(id, "ENTERPRISE", "CONTACT", at, due, state.signed ? at : null);
        clock(id, "ENTERPRISE", "RESOLVE", at, due, state.replied ? done : null);
        clock(id, "ENTERPRISE", "LIMIT", at, due, state.replied ? done : null);
        clock(id, "UNIT", state.handled ? "SIGN" : "DISPATCH", at, due, state.signed ? at : null);
        if (state.replied) {
            row(replies, id(at), id, 1, 1, "SOLVED", "已协调处理，详见答复（虚构）。", "DELIVERED", "seed", done, "seed-head", done);
        }
        if (!open) {
            row(ratings, id, 1, "SOLVED", 3 + random.nextInt(3), false, "seed", done);
        }
    }

    private void clock(UUID appeal, String family, String type, Instant at, Instant due, @Nullable Instant answered) {
        UUID id = id(at);
        boolean isMet = answered != null;
        row(
                clocks,
                id,
                appeal,
                1,
                family,
                type,
                NULL,
                "PJ-2026",
                "P3",
                7,
                "NATURAL_DAYS",
                true,
                "seed",
                "{}",
                at,
                isMet ? true : NULL,
                isMet ? due : NULL,
                isMet ? false : NULL,
                isMet ? "seed" : NULL,
                answered == null ? NULL : answered,
                isMet ? "MET" : "RUNNING",
                due,
                false,
                "seed",
                isMet ? NULL : due,
                isMet ? NULL : 100,
                0,
                "RUN " + at + (answered == null ? "" : "\\nSTOP " + answered));
    }

    private record State(String name, boolean handled, boolean signed, boolean replied) {
        static final State CLOSED = new State("CLOSED", true, true, true);
        static final List<State> OPEN = List.of(
                new State("SUBMITTED", false, false, false),
                new State("PENDING_DISPATCH", false, false, false),
                new State("DISPATCHED", true, false, false),
                new State("IN_PROGRESS", true, true, false),
                new State("IN_PROGRESS", true, true, false),
                new State("REPLIED", true, true, true));
    }

    private void copy(Instant from, Instant to) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy(copy, APPEALS, appeals);
        copy(copy, ASSIGNMENTS, assignments);
        copy(copy, CLOCKS, clocks);
        copy(copy, REPLIES, replies);
        copy(copy, RATINGS, ratings);
        try (PreparedStatement insert = connection.prepareStatement(SEARCH_TEXTS)) {
            insert.setObject(1, new UUID(from.toEpochMilli() << 16, 0));
            insert.setObject(2, new UUID(to.toEpochMilli() << 16, 0));
            insert.executeUpdate();
        }
    }

    private static void copy(CopyManager copy, String into, StringBuilder rows) throws SQLException, IOException {
        copy.copyIn("COPY " + into + " FROM STDIN", new StringReader(rows.toString()));
        rows.setLength(0);
    }

    private static void row(StringBuilder rows, Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i]);
        }
        rows.append('\n');
    }

    /** UUIDv7 of that moment. */
    private UUID id(Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                0x8000000000000000L | random.nextLong() >>> 2);
    }
}

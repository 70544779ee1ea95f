package org.pengjiang.kit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random rows of both forms, each the first of its subject. */
public final class LogEntries {
    public static final List<String> PARTIES = List.of(
            "91440703MA00000077",
            "91440703MA4UKQ1T2X",
            "91440703MA51E3HX4A",
            "91440703MA5ABCDE5X",
            "91440703MA0000001X",
            "91440703MA0000002X");

    private static final String COLUMNS_OF_FORM_1 =
            "id, type, audience, party, subject_type, subject, subject_version, published_version, division, actor,"
                    + " actor_role, occurred_at, data, private_data, trace_parent, previous_hash, hash";

    private LogEntries() {}

    /** Of form 2 up to five parties, often with a view of their own; of form 1 one at most. */
    public static LogEntry random(Random random, int form) {
        List<String> parties = new ArrayList<>(PARTIES);
        Collections.shuffle(parties, random);
        parties = List.copyOf(parties.subList(0, random.nextInt(form == 1 ? 2 : 6)));
        boolean restricted = form > 1 && random.nextInt(4) == 0;
        Audience audience = restricted ? Audience.RESTRICTED : parties.isEmpty() ? Audience.DIVISION : Audience.PARTY;
        String text = "{\"text\":\"" + random.nextInt(1_000_000) + "\"}";
        return new LogEntry(
                form,
                Ids.next(),
                "kit.thing-noted.v1",
                audience,
                parties,
                "thing",
                Ids.next(),
                1,
                random.nextBoolean() ? 1L : null,
                form > 1 && random.nextBoolean() ? (long) random.nextInt(9) : null,
                random.nextBoolean() ? "440703" : "440704",
                "writer",
                "UNIT_CLERK",
                Instant.ofEpochSecond(1_700_000_000L, 1_000L * random.nextInt(1_000_000)),
                text,
                form > 1 && !parties.isEmpty() && random.nextBoolean() ? "{\"shown\":" + text + "}" : null,
                null,
                null,
                null);
    }

    /** The next row of its subject. */
    public static LogEntry after(LogEntry before, Random random, int form) {
        LogEntry row = random(random, form);
        return new LogEntry(
                form,
                row.id(),
                row.type(),
                row.audience(),
                row.parties(),
                before.subjectType(),
                before.subject(),
                before.subjectVersion() + 1,
                row.publishedVersion(),
                row.aggregateVersion(),
                before.division(),
                row.actor(),
                row.actorRole(),
                row.occurredAt(),
                row.data(),
                row.partyData(),
                null,
                null,
                before.hash());
    }

    /** As this release writes it. */
    public static void insert(Connection connection, LogEntry entry) throws SQLException {
        LogRows.insert(connection, entry, entry.hash());
    }

    /** As the release before wrote it, which knew one party and no forms. */
    public static void insertOfForm1(Connection connection, LogEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO event_log (" + COLUMNS_OF_FORM_1
                + ") VALUES (?" + ", ?".repeat(COLUMNS_OF_FORM_1.split(",").length - 1) + ")")) {
            insert.setObject(1, entry.id());
            insert.setString(2, entry.type());
            insert.setString(3, entry.audience().name());
            insert.setString(
                    4, entry.parties().isEmpty() ? null : entry.parties().getFirst());
            insert.setString(5, entry.subjectType());
            insert.setObject(6, entry.subject());
            insert.setLong(7, entry.subjectVersion());
            insert.setObject(8, entry.publishedVersion(), Types.BIGINT);
            insert.setString(9, entry.division());
            insert.setString(10, entry.actor());
            insert.setString(11, entry.actorRole());
            insert.setObject(12, entry.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(13, entry.data());
            insert.setBytes(14, entry.privateData());
            insert.setString(15, entry.traceParent());
            insert.setBytes(16, entry.previousHash());
            insert.setBytes(17, entry.hash());
            insert.executeUpdate();
        }
    }

    static LogEntry with(
            LogEntry row, List<String> parties, @Nullable Long aggregateVersion, @Nullable String partyData) {
        return new LogEntry(
                row.form(),
                row.id(),
                row.type(),
                row.audience(),
                parties,
                row.subjectType(),
                row.subject(),
                row.subjectVersion(),
                row.publishedVersion(),
                aggregateVersion,
                row.division(),
                row.actor(),
                row.actorRole(),
                row.occurredAt(),
                row.data(),
                partyData,
                row.privateData(),
                row.traceParent(),
                row.previousHash());
    }
}

package org.pengjiang.kit.log.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.jdbc.StatementFailed;
import org.pengjiang.kit.log.LogEntries;
import org.pengjiang.kit.log.LogEntry;
import org.pengjiang.kit.log.access.AccessOfStaff;
import org.pengjiang.kit.log.access.LogAccess;
import org.pengjiang.kit.log.feed.ChangeFeed;
import org.pengjiang.kit.log.feed.FeedCursor;
import org.pengjiang.kit.log.feed.FeedOf;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingEvent.Noted;
import org.pengjiang.kit.things.UseThings;

/** One reader of the log per replica, and the streams that it feeds. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class TellingWhatHappensTest {
    private static final long HEARTBEAT = Duration.ofSeconds(15).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final StreamTopic DISTRICT = StreamTopic.of(SqlCondition.of("starts_with(l.division, ?)", "440703"));

    private final LogAccess access = AccessOfStaff.withoutInvolvement();
    private final AtomicLong clock = new AtomicLong(42);

    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Inject
    Cursors cursors;

    @Inject
    Responses responses;

    @Inject
    StreamConfig config;

    @Test
    void whatOneReplicaWritesTheStreamsOfAllAreToldInTheSameOrder() {
        // Given
        StreamReader one = replica(FeedOf.database(database));
        StreamReader other = replica(FeedOf.database(database));
        RecordedOutput ofOne = open(one, staff("UNIT_CLERK"), DISTRICT);
        RecordedOutput ofOther = open(other, staff("UNIT_CLERK"), DISTRICT);

        // When
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(use.make(DivisionCode.parse("440703"), "thing " + i).toString());
        }
        use.make(DivisionCode.parse("440704"), "elsewhere");
        settle(one, other);

        // Then
        assertEquals(written, subjects(ofOne));
        assertEquals(ofOne.lines("id").subList(1, 21), ofOther.lines("id").subList(1, 21));
        assertEquals(ofOne.lines("data"), ofOther.lines("data"));
    }

    @Test
    void aStreamOfOneSubjectCarriesNothingElse() {
        // Given
        UUID lamp = use.make(UseThings.DISTRICT, "lamp");
        UUID chair = use.make(UseThings.DISTRICT, "chair");
        StreamReader reader = replica(FeedOf.database(database));
        settle(reader);
        RecordedOutput ofLamp = open(reader, staff("UNIT_CLERK"), StreamTopic.ofSubject(lamp));

        // When
        use.append(chair, new Noted("red"));
        use.append(lamp, new Noted("bright"));
        settle(reader);

        // Then
        assertEquals(List.of(lamp.toString()), subjects(ofLamp));
        assertEquals(List.of("kit.thing-noted.v1"), ofLamp.lines("event"));
    }

    @Test
    void everybodyIsToldExactlyWhatTheirFeedGives() throws SQLException {
        // Given
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);
        ChangeFeed feed = FeedOf.database(database);
        StreamReader reader = replica(feed);
        settle(reader);
        FeedCursor start = feed.end();
        List<Caller> callers = new ArrayList<>(List.of(staff("UNIT_CLERK"), staff("SUPERVISOR"), staff("AUDITOR")));
        LogEntries.PARTIES.forEach(party -> callers.add(party(party)));
        List<RecordedOutput> told = new ArrayList<>();
        for (Caller caller : callers) {
            boolean isParty = caller.hasRole("ENTERPRISE");
            told.add(open(reader, caller, isParty ? StreamTopic.of(SqlCondition.of("true")) : DISTRICT));
        }

        // When
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < 400; i++) {
                LogEntries.insert(connection, LogEntries.random(random, LogEntry.FORM));
                if (random.nextInt(40) == 0) {
                    reader.round();
                }
            }
        }
        settle(reader);

        // Then
        int all = 0;
        for (int i = 0; i < callers.size(); i++) {
            List<String> expected = FeedOf.everything(feed, callers.get(i), start).stream()
                    .map(change -> change.id() + " " + change.data())
                    .toList();
            assertEquals(expected, shown(told.get(i)), "as " + callers.get(i));
            all += expected.size();
        }
        assertTrue(all > 400, all + " shown to all");
    }

    @Test
    void aThousandStreamsThatWaitCostOneQueryForAllOfThem() {
        // Given
        AtomicInteger queries = new AtomicInteger();
        StreamReader reader = replica(FeedOf.database(counted(queries, new AtomicBoolean())));
        List<UUID> things = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            things.add(use.make(UseThings.DISTRICT, "thing " + i));
        }
        settle(reader);
        List<RecordedOutput> streams = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            streams.add(open(reader, clerk("clerk " + i), StreamTopic.ofSubject(things.get(i % 10))));
        }

        // When
        queries.set(0);
        for (int i = 0; i < 5; i++) {
            reader.round();
        }
        int waiting = queries.get();
        use.append(things.getFirst(), new Noted("bright"));
        horizon();
        queries.set(0);
        reader.round();

        // Then
        assertEquals(5, waiting, "a round that finds nothing reads the log once");
        assertEquals(2, queries.get(), "a row is read once, and who sees it is asked once for all who see the same");
        assertEquals(
                100,
                streams.stream().filter(stream -> !subjects(stream).isEmpty()).count());
    }

    @Test
    void aQueryThatFailsOnceLosesNothingAndTellsNothingTwice() {
        // Given
        AtomicBoolean fails = new AtomicBoolean();
        AtomicInteger queries = new AtomicInteger();
        StreamReader reader = replica(FeedOf.database(counted(queries, fails)));
        settle(reader);
        RecordedOutput stream = open(reader, staff("UNIT_CLERK"), DISTRICT);
        UUID lamp = use.make(UseThings.DISTRICT, "lamp");
        horizon();

        // When
        queries.set(0);
        fails.set(true);
        assertThrows(StatementFailed.class, reader::round);
        RecordedOutput later = open(reader, staff("UNIT_CLERK"), DISTRICT);
        fails.set(false);
        settle(reader);

        // Then
        assertEquals(List.of(lamp.toString()), subjects(stream));
        assertEquals(List.of(), subjects(later), "its opening has told it");
    }

    @Test
    void aCommentComesWhenItIsTimeAndTheStreamEndsWithItsToken() {
        // Given
        StreamReader reader = replica(FeedOf.database(database));
        RecordedOutput stream = open(reader, staff("UNIT_CLERK"), DISTRICT);

        // When
        clock.addAndGet(HEARTBEAT - 1);
        reader.round();
        long early = stream.comments();
        clock.addAndGet(1);
        reader.round();
        reader.round();
        long inTime = stream.comments();
        clock.addAndGet(HOUR - HEARTBEAT);
        reader.round();

        // Then
        assertEquals(0, early);
        assertEquals(1, inTime);
        assertTrue(stream.hasEnded());
        assertFalse(stream.isReset());
    }

    @Test
    void whoDoesNotReadIsCutWhenTheRoomIsFullAndWhoReadsSlowlyIsNot() {
        // Given
        StreamReader reader = replica(FeedOf.database(database));
        settle(reader);
        RecordedOutput silent = open(reader, staff("UNIT_CLERK"), DISTRICT);
        RecordedOutput slow = open(reader, staff("UNIT_CLERK"), DISTRICT);
        silent.fill();
        List<String> written = new ArrayList<>();

        // When
        for (int i = 0; i < 10; i++) {
            slow.fill();
            written.add(use.make(UseThings.DISTRICT, "x".repeat(80)).toString());
            settle(reader);
            slow.drain();
        }

        // Then
        assertTrue(silent.isReset());
        assertEquals(List.of(), subjects(silent));
        assertFalse(slow.isReset());
        assertEquals(written, subjects(slow));
    }

    @Test
    void whoReadsNothingFromOneCommentToTheNextIsCut() {
        // Given
        StreamReader reader = replica(FeedOf.database(database));
        RecordedOutput silent = open(reader, staff("UNIT_CLERK"), DISTRICT);
        silent.fill();

        // When
        clock.addAndGet(HEARTBEAT);
        reader.round();
        boolean afterOne = silent.isReset();
        clock.addAndGet(HEARTBEAT);
        reader.round();

        // Then
        assertFalse(afterOne);
        assertTrue(silent.isReset());
    }

    @Test
    void aServiceThatStopsEndsAllStreamsAtOnceAndBeginsNone() {
        // Given
        StreamReader reader = replica(FeedOf.database(database));
        RecordedOutput stream = open(reader, staff("UNIT_CLERK"), DISTRICT);
        RecordedOutput silent = open(reader, staff("UNIT_CLERK"), DISTRICT);
        clock.addAndGet(HEARTBEAT);
        silent.fill();
        reader.round();

        // When
        reader.stop(null);

        // Then
        assertTrue(stream.hasEnded());
        assertTrue(silent.isReset(), "what it does not read now it never will");
        DomainException refusal =
                assertThrows(DomainException.class, () -> open(reader, staff("UNIT_CLERK"), DISTRICT));
        assertEquals(KitProblem.UNAVAILABLE, refusal.code());
    }

    private StreamReader replica(ChangeFeed feed) {
        return new StreamReader(feed, cursors, responses, config, new SimpleMeterRegistry(), clock::get);
    }

    private RecordedOutput open(StreamReader reader, Caller caller, StreamTopic topic) {
        RecordedOutput output = new RecordedOutput();
        EventStream stream = new EventStream(
                new EventStream.Audience(topic, access.of(caller), clock.get() + HOUR),
                FeedCursor.BEGINNING,
                output,
                1_500,
                reason -> {},
                clock.get());
        FeedCursor joined = reader.join(stream);
        stream.begin(List.of(new Frames(cursors, responses).place(joined)));
        return output;
    }

    /** Until all that was written is final and told. */
    private static void settle(StreamReader... readers) {
        horizon();
        for (StreamReader reader : readers) {
            reader.round();
        }
    }

    private static void horizon() {
        await().until(() -> Tables.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
    }

    /** Each statement takes a connection; all but the first fail when the test says so. */
    private DataSource counted(AtomicInteger queries, AtomicBoolean fails) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && queries.incrementAndGet() > 1 && fails.get()) {
                        throw new SQLException("away");
                    }
                    return method.invoke(database, arguments);
                });
    }

    private static List<String> subjects(RecordedOutput output) {
        return output.lines("data").stream()
                .map(data -> member(data, "subject"))
                .toList();
    }

    private static List<String> shown(RecordedOutput output) {
        return output.lines("data").stream()
                .map(data -> member(data, "id") + " " + member(data, "data"))
                .toList();
    }

    private static String member(String data, String name) {
        try {
            JsonNode member = new ObjectMapper().readTree(data).path(name);
            return member.isTextual() ? member.asText() : member.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(data, e);
        }
    }

    private static Caller staff(String role) {
        return new Caller("x", Set.of(role), Optional.of(DivisionCode.parse("440703")), Map.of());
    }

    private static Caller clerk(String subject) {
        return new Caller(subject, Set.of("UNIT_CLERK"), Optional.of(DivisionCode.parse("440703")), Map.of());
    }

    private static Caller party(String code) {
        return new Caller("y", Set.of("ENTERPRISE"), Optional.empty(), Map.of("enterprise", List.of(code)));
    }
}

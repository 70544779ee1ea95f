package org.pengjiang.kit.log.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingEvent.Confided;
import org.pengjiang.kit.things.ThingEvent.Noted;
import org.pengjiang.kit.things.ThingEvent.Suspected;
import org.pengjiang.kit.things.ThingEvent.Told;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ReadingTheFeedTest {
    /** A window of the order and the rows shown from it. */
    private static final long MOST_READ = 1_000;

    private static final String PARTY = "91440703MA4UKQ1T2X";
    private static final String OTHER_PARTY = "91440703MA51E3HX4A";

    @Inject
    UseThings use;

    @Inject
    ChangeFeed feed;

    @Inject
    Cursors cursors;

    @Inject
    DataSource database;

    private FeedCursor start;

    @BeforeEach
    void fromHere() {
        start = new FeedCursor(
                Tables.number("SELECT pos FROM event_log ORDER BY pos DESC, seq DESC LIMIT 1"),
                Tables.number("SELECT seq FROM event_log ORDER BY pos DESC, seq DESC LIMIT 1"));
    }

    @Test
    void aDivisionSeesItsOwnAndWhatLiesBelowAndNeverASibling() {
        // Given
        UUID district = use.make(DivisionCode.parse("440703"), "district");
        UUID town = use.make(DivisionCode.parse("440703101"), "town");
        UUID otherTown = use.make(DivisionCode.parse("440703102"), "other town");
        UUID sibling = use.make(DivisionCode.parse("440704"), "sibling");

        // Then
        assertEquals(List.of(district, town, otherTown), subjects(caller("440703")));
        assertEquals(List.of(town), subjects(caller("440703101")));
        assertEquals(List.of(sibling), subjects(caller("440704")));
        assertEquals(List.of(district, town, otherTown, sibling), subjects(caller("4407")));
        assertEquals(List.of(district, town, otherTown, sibling), subjects(caller("44")));
        assertEquals(List.of(), subjects(caller("45")));
        assertEquals(List.of(), subjects(new Caller("x", Set.of("ADMIN"), Optional.empty(), Map.of())));
    }

    @Test
    void whatIsInternalIsForAuditorsAndAdministrators() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.append(thing, new Suspected("odd"));

        // Then
        assertEquals(1, subjects(caller("440703")).size());
        assertEquals(2, subjects(caller("440703", "AUDITOR")).size());
        assertEquals(2, subjects(caller("440703", "ADMIN")).size());
    }

    @Test
    void aPartySeesOnlyTheRowsThatNameIt() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(List.of("91440703MA4UKQ1T2X"), thing, new Noted("for you"));
        use.appendFor(List.of("91440703MA51E3HX4A"), thing, new Noted("for another"));

        // When
        List<Change> seen = all(party(PARTY), Set.of(), 10);

        // Then
        assertEquals(1, seen.size());
        assertEquals("{\"text\":\"for you\"}", seen.getFirst().data());
        assertNull(seen.getFirst().actor());
    }

    @Test
    void theClaimEnterpriseCountsOnlyWithTheRoleAndTheRoleOnlyWithTheClaim() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(List.of(PARTY), thing, new Told("mended", "twice forgotten"));
        Map<String, List<String>> claim = Map.of("enterprise", List.of(PARTY));
        Caller official = new Caller("official", Set.of("UNIT_CLERK"), Optional.of(UseThings.DISTRICT), claim);
        Caller elsewhere =
                new Caller("official", Set.of("UNIT_CLERK"), Optional.of(DivisionCode.parse("440704")), claim);
        Caller ofNoEnterprise = new Caller("nobody", Set.of("ENTERPRISE"), Optional.of(UseThings.DISTRICT), Map.of());

        // Then
        assertEquals(
                List.of("kit.thing-made.v1", "kit.thing-told.v1"), types(official), "the claim alone makes no party");
        assertEquals(
                "{\"text\":\"mended\",\"inside\":\"twice forgotten\"}",
                data(official).getLast());
        assertEquals(List.of(), types(elsewhere), "the claim alone opens no other district");
        assertEquals(List.of(), types(ofNoEnterprise), "the role alone opens no district");
    }

    @Test
    void aPartyReadsItsOwnViewAndTheOfficesTheWholeEvent() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(List.of(PARTY, OTHER_PARTY), thing, new Told("mended", "twice forgotten"));

        // Then
        for (String party : List.of(PARTY, OTHER_PARTY)) {
            assertEquals(List.of("{\"text\":\"mended\"}"), data(party(party)));
        }
        assertEquals(
                "{\"text\":\"mended\",\"inside\":\"twice forgotten\"}",
                data(caller("440703")).getLast());
    }

    @Test
    void whatIsRestrictedIsForThoseInvolvedForSupervisionAndForThePartiesItNames() {
        // Given
        UUID lamp = use.make(UseThings.DISTRICT, "lamp");
        use.append(lamp, new Confided("of the lamp"));
        UUID bell = use.make(UseThings.DISTRICT, "bell");
        use.appendFor(List.of(PARTY), bell, new Confided("of the bell"));
        String made = "kit.thing-made.v1";
        String confided = "kit.thing-confided.v1";

        // Then
        assertEquals(List.of(made, made), types(caller("440703")));
        assertEquals(List.of(made, made), types(caller("440703", "ADMIN")));
        assertEquals(List.of(made, confided, made, confided), types(caller("440703", "SUPERVISOR")));
        assertEquals(List.of(made, confided, made, confided), types(caller("440703", "AUDITOR")));
        assertEquals(List.of(made, confided, made), types(keeperOf("lamp", "440703")));
        assertEquals(List.of(made, made, confided), types(keeperOf("bell", "440703")));
        assertEquals(List.of(), types(keeperOf("lamp", "440704")), "to be involved widens no division");
        assertEquals(List.of("{\"text\":\"of the bell\"}"), data(party(PARTY)));
        assertEquals(List.of(), data(party(OTHER_PARTY)));
    }

    @Test
    void whatIsKeptFromSomebodyTheySeeInNoRoleAndWhatIsTheirsElsewhereTheySee() {
        // Given
        use.make(UseThings.DISTRICT, "lamp");
        use.make(UseThings.DISTRICT, "bell");

        // Then
        for (String role : List.of("SUPERVISOR", "AUDITOR", "ADMIN")) {
            Caller kept = new Caller(
                    "someone", Set.of(role), caller("440703").division(), Map.of("isAbout", List.of("lamp")));
            assertEquals(1, types(kept).size(), role);
        }
        Caller member = new Caller(
                "someone", Set.of(), caller("440704").division(), Map.of("keepsEverywhere", List.of("bell")));
        assertEquals(1, types(member).size());
    }

    @Test
    void whoTakesOverSeesWhatWasWrittenBefore() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.append(thing, new Confided("before"));

        // When
        Tables.tamper("UPDATE thing SET name = 'bell' WHERE id = '" + thing + "'");

        // Then
        assertEquals(List.of("kit.thing-made.v1"), types(keeperOf("lamp", "440703")));
        assertEquals(List.of("kit.thing-made.v1", "kit.thing-confided.v1"), types(keeperOf("bell", "440703")));
    }

    @Test
    void anIndexThatNamesTooMuchShowsNobodyAnything() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(List.of(PARTY), thing, new Noted("for you"));

        // When
        Tables.tamper("INSERT INTO event_log_party (party, pos, seq) SELECT '" + OTHER_PARTY
                + "', pos, seq FROM event_log" + " WHERE subject = '" + thing + "'");

        // Then
        assertEquals(List.of("{\"text\":\"for you\"}"), data(party(PARTY)));
        assertEquals(List.of(), data(party(OTHER_PARTY)));
        Tables.tamper("DELETE FROM event_log_party WHERE party = '" + OTHER_PARTY + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void pagesOfAnySizeGiveTheSame(int limit) {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        for (int i = 0; i < 10; i++) {
            use.count(thing, i);
        }

        // When
        List<Change> seen = all(caller("440703"), Set.of("kit.thing-counted.v1"), limit);

        // Then
        assertEquals(
                List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L),
                seen.stream().map(Change::subjectVersion).toList());
    }

    @Test
    void aFilterThatMatchesNothingMovesTheCursorAllTheSame() {
        // Given
        use.make(UseThings.DISTRICT, "lamp");

        // When
        ChangeFeed.Walk walk = feed.read(caller("440703"), Set.of("kit.never.v1"), start, 10);

        // Then
        assertTrue(walk.changes().isEmpty());
        assertFalse(walk.more());
        assertTrue(walk.next().seq() > start.seq());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AQ", "!!", "AQAAAAAAAAAAAAAAAAAAAAAAAAAA", "91440703MA4UKQ1T2X91440703MA4UKQ1T2X"})
    void aCursorThatWeDidNotMakeIsRefused(String cursor) {
        // When
        DomainException refusal = assertThrows(
                DomainException.class, () -> FeedCursor.open(cursors, cursor, Set.of("kit.thing-made.v1")));

        // Then
        assertEquals(KitProblem.CURSOR_INVALID, refusal.code());
    }

    @Test
    void aCursorOfOtherTypesIsRefused() {
        // Given
        String cursor = new FeedCursor(5, 6).seal(cursors, Set.of("a", "b"));

        // Then
        assertEquals(new FeedCursor(5, 6), FeedCursor.open(cursors, cursor, Set.of("b", "a")));
        assertThrows(DomainException.class, () -> FeedCursor.open(cursors, cursor, Set.of("a")));
    }

    /** As the release before gave it for the place 5, 6 and these types. */
    @ParameterizedTest
    @CsvSource({"'', AQAAAAAAAAAFAAAAAAAAAAZOIGl5", "'a,b', AQAAAAAAAAAFAAAAAAAAAAYq6LKf"})
    void aCursorOfTheReleaseBeforeIsReadForItsTypesAndGoesOnAsANewOne(String types, String cursor) {
        // Given
        Set<String> wanted = types.isEmpty() ? Set.of() : Set.of(types.split(","));

        // When
        FeedCursor place = FeedCursor.open(cursors, cursor, wanted);

        // Then
        assertEquals(new FeedCursor(5, 6), place);
        assertNotEquals(cursor, place.seal(cursors, wanted));
        assertEquals(place, FeedCursor.open(cursors, place.seal(cursors, wanted), wanted));
        assertThrows(DomainException.class, () -> FeedCursor.open(cursors, cursor, Set.of("other")));
    }

    @Test
    void whileReplicasOfTheReleaseBeforeRunTheyReadWhatThisOneGives() {
        // Given
        Cursors beside = new Cursors(new Encryptor(Map.of("k1", new byte[32]), new byte[32], true));

        // Then
        assertEquals("AQAAAAAAAAAFAAAAAAAAAAZOIGl5", new FeedCursor(5, 6).seal(beside, Set.of()));
    }

    @Test
    void aLargeLogIsReadByAnIndex() throws Exception {
        // Given
        long rows = 200_000;
        Tables.tamper("""
                INSERT INTO event_log (form, id, type, audience, subject_type, subject, subject_version, division, actor,
                                       actor_role, occurred_at, data, hash)
                SELECT 2, gen_random_uuid(), 'kit.bulk.v1', CASE WHEN i %% 3 = 0 THEN 'RESTRICTED' ELSE 'DIVISION' END, 'bulk', gen_random_uuid(), 1,
                       CASE WHEN i %% 2 = 0 THEN '450001' ELSE '45' || lpad((i %% 10000)::text, 4, '0') END, 'bulk', '', now(), '{}', sha256('x')
                  FROM generate_series(1, %d) i""".formatted(rows));
        Tables.tamper("ANALYZE event_log");
        UUID thing = use.make(UseThings.DISTRICT, "behind them all");

        try {
            // few rows of many, and many rows: either way a page costs a page
            for (String division : List.of("440703", "440703101", "45", "450001", "450001001")) {
                for (Caller reader :
                        List.of(caller(division), keeperOf("lamp", division), caller(division, "SUPERVISOR"))) {
                    long read = rowsRead(reader, "");
                    assertTrue(read <= MOST_READ, reader + " reads " + read + " rows of the log");
                }
            }
            long asked = rowsRead(keeperOf("lamp", "450001"), "", "thing");
            assertTrue(asked <= 400, "involvement is asked by an index, once a row, and it read " + asked);
            long party = rowsRead(party(PARTY), "");
            assertTrue(party <= MOST_READ, "a party reads " + party + " rows of the log");
            long scanned = rowsRead(
                    caller("440703"),
                    "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off");
            assertTrue(scanned >= rows, "without an index the measure sees the whole log, and it saw " + scanned);
            assertEquals(thing, all(caller("440703"), Set.of(), 200).getLast().subject());
        } finally {
            Tables.tamper("DELETE FROM event_log WHERE type = 'kit.bulk.v1'");
        }
    }

    /** The rows of the log that a page touches, kept or thrown away, as PostgreSQL counts them. */
    private long rowsRead(Caller caller, String settings) throws Exception {
        return rowsRead(caller, settings, "event_log");
    }

    private long rowsRead(Caller caller, String settings, String table) throws Exception {
        Visibility visibility = feed.visibility(caller, Set.of()).orElseThrow();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement query = connection.prepareStatement(
                            "EXPLAIN (ANALYZE, FORMAT JSON) " + ChangeFeed.sql(visibility))) {
                if (!settings.isEmpty()) {
                    statement.execute(settings);
                }
                Jdbc.bind(query, ChangeFeed.values(visibility, start, 400, 100).toArray());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return rowsRead(new ObjectMapper().readTree(row.getString(1)), table);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static long rowsRead(JsonNode plan, String table) {
        long rows = 0;
        if (plan.path("Relation Name").asText().equals(table)) {
            rows = Math.round((plan.path("Actual Rows").asDouble()
                            + plan.path("Rows Removed by Filter").asDouble()
                            + plan.path("Rows Removed by Index Recheck").asDouble())
                    * plan.path("Actual Loops").asDouble());
        }
        for (JsonNode part : plan) {
            rows += rowsRead(part, table);
        }
        return rows;
    }

    private static Caller caller(String division, String... roles) {
        return new Caller("someone", Set.of(roles), Optional.of(DivisionCode.parse(division)), Map.of());
    }

    /** A division in its token widens nothing. */
    private static Caller party(String code) {
        return new Caller(
                "enterprise",
                Set.of("ENTERPRISE"),
                Optional.of(UseThings.DISTRICT),
                Map.of("enterprise", List.of(code)));
    }

    private static Caller keeperOf(String name, String division) {
        return new Caller(
                "keeper",
                Set.of("UNIT_CLERK"),
                Optional.of(DivisionCode.parse(division)),
                Map.of("keeps", List.of(name)));
    }

    private List<String> types(Caller caller) {
        return all(caller, Set.of(), 100).stream().map(Change::type).toList();
    }

    private List<String> data(Caller caller) {
        return all(caller, Set.of(), 100).stream().map(Change::data).toList();
    }

    private List<UUID> subjects(Caller caller) {
        return all(caller, Set.of(), 100).stream().map(Change::subject).toList();
    }

    /** Everything final, as a client that comes again while there is more; waits for what other replicas still write. */
    private List<Change> all(Caller caller, Set<String> types, int limit) {
        Awaitility.await().until(() -> Tables.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        List<Change> changes = new ArrayList<>();
        ChangeFeed.Walk walk = feed.read(caller, types, start, limit);
        changes.addAll(walk.changes());
        while (walk.more()) {
            walk = feed.read(caller, types, walk.next(), limit);
            changes.addAll(walk.changes());
        }
        return changes;
    }
}

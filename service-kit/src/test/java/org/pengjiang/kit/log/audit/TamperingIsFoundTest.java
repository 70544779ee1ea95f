package org.pengjiang.kit.log.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LogEntries;
import org.pengjiang.kit.log.audit.Finding.Kind;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingEvent.Confided;
import org.pengjiang.kit.things.ThingEvent.Noted;
import org.pengjiang.kit.things.ThingEvent.Told;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class TamperingIsFoundTest {
    private static final DivisionScope DISTRICT = DivisionScope.of(UseThings.DISTRICT);
    private static final String COPY = """
            INSERT INTO event_log (pos, id, type, audience, subject_type, subject, subject_version, published_version, \
            division, actor, actor_role, occurred_at, data, previous_hash, hash) \
            SELECT pos, '%s', type, audience, subject_type, %s, %s, published_version, division, actor, actor_role, \
            occurred_at, data, %s, hash FROM event_log WHERE subject = '%s' AND subject_version = 3""";

    @Inject
    UseThings use;

    @Inject
    AuditVerifier verifier;

    @Inject
    DailyAnchoring anchors;

    @Inject
    AnchorVerifier check;

    @Test
    void whatWasWrittenIsIntact() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        Verification verification = verifier.verify(DISTRICT, thing).orElseThrow();

        // Then
        assertEquals(new Verification(true, 1, 3, List.of(), false, null), verification);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data = '{\"name\":\"forged\"}' | ROW_CHANGED",
                "actor = 'somebody else' | ROW_CHANGED",
                "actor_role = 'x' | ROW_CHANGED",
                "occurred_at = occurred_at + interval '1 microsecond' | ROW_CHANGED",
                "division = '440704' | ROW_CHANGED",
                "audience = 'INTERNAL', party = NULL | ROW_CHANGED",
                "type = 'kit.thing-made.v2' | ROW_CHANGED",
                "published_version = 9 | ROW_CHANGED",
                "trace_parent = NULL | ROW_CHANGED",
                "private_data = 'x' | ROW_CHANGED",
                "hash = sha256('x') | ROW_CHANGED",
                "form = 1, parties = DEFAULT, party_data = NULL, aggregate_version = NULL | ROW_CHANGED",
                "parties = parties[1:1] | ROW_CHANGED",
                "parties = array_append(parties, '91440703MA5ABCDE5X') | ROW_CHANGED",
                "parties = ARRAY[parties[1], parties[3], parties[2]] | ROW_CHANGED",
                "parties[2] = '91440703MA5ABCDE5X' | ROW_CHANGED",
                "party_data = '{}' | ROW_CHANGED",
                "party_data = NULL | ROW_CHANGED",
                "aggregate_version = aggregate_version + 1 | ROW_CHANGED",
                "aggregate_version = NULL | ROW_CHANGED",
                "audience = 'RESTRICTED', party = NULL | ROW_CHANGED",
                "pos = pos + 1 | PARTY_NOT_INDEXED"
            })
    void aChangedRowIsFound(String change, Kind kind) {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(LogEntries.PARTIES.subList(0, 3), thing, new Told("mended", "twice forgotten"));
        use.count(thing, 2);

        // When
        Tables.tamper("UPDATE event_log SET " + change + " WHERE subject_version = 2 AND subject = '" + thing + "'");

        // Then
        assertEquals(kind, found(thing).getFirst().kind());
        assertEquals(2, found(thing).getFirst().subjectVersion());
    }

    @Test
    void aPartyWhoseFeedMissesARowIsFoundAndTheIndexIsRebuilt() {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.appendFor(LogEntries.PARTIES.subList(0, 3), thing, new Noted("for three"));
        use.append(thing, new Confided("for those involved"));
        assertEquals(List.of(), found(thing));

        // When
        Tables.tamper("DELETE FROM event_log_party WHERE party = '" + LogEntries.PARTIES.get(1) + "'");

        // Then
        assertEquals(List.of(new Finding(Kind.PARTY_NOT_INDEXED, thing, "thing", 2L, "440703")), found(thing));

        // When: as docs/operations.md has it
        Tables.tamper("""
                INSERT INTO event_log_party (party, pos, seq)
                SELECT named, l.pos, l.seq
                  FROM event_log l
                 CROSS JOIN unnest(CASE l.form WHEN 1 THEN ARRAY[l.party] ELSE l.parties END) named
                 WHERE l.party IS NOT NULL OR l.parties <> '{}'
                    ON CONFLICT DO NOTHING""");

        // Then
        assertEquals(List.of(), found(thing));
    }

    @Test
    void aDeletedRowIsFound() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        Tables.tamper("DELETE FROM event_log WHERE subject_version = 2 AND subject = '" + thing + "'");

        // Then
        assertEquals(Kind.ROW_MISSING, found(thing).getFirst().kind());
    }

    @Test
    void aDeletedLastRowIsFound() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        Tables.tamper("DELETE FROM event_log WHERE subject_version = 3 AND subject = '" + thing + "'");

        // Then
        assertEquals(Kind.LAST_ROW_MISSING, found(thing).getFirst().kind());
    }

    @Test
    void allRowsDeletedAreFound() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        Tables.tamper("DELETE FROM event_log WHERE subject = '" + thing + "'");

        // Then
        assertEquals(Kind.LAST_ROW_MISSING, found(thing).getFirst().kind());
    }

    @Test
    void anInsertedRowIsFound() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        Tables.tamper(COPY.formatted(Ids.next(), "subject", "4", "hash", thing));

        // Then
        assertTrue(found(thing).stream().anyMatch(finding -> finding.kind() == Kind.ROW_INSERTED));
    }

    @Test
    void rowsOfASubjectThatDoesNotExistAreFound() {
        // Given
        UUID thing = thingWithThreeRows();
        UUID nobody = Ids.next();

        // When
        Tables.tamper(COPY.formatted(Ids.next(), "'" + nobody + "'::uuid", "1", "NULL", thing));

        // Then
        assertTrue(found(nobody).stream().anyMatch(finding -> finding.kind() == Kind.SUBJECT_MISSING));
        Tables.tamper("DELETE FROM event_log WHERE subject = '" + nobody + "'");
    }

    @Test
    void theSweepFindsWhatTheSubjectsShowInPartsOfAnySize() {
        // Given
        UUID changed = thingWithThreeRows();
        UUID cut = thingWithThreeRows();
        Tables.tamper("UPDATE event_log SET data = '{}' WHERE subject_version = 1 AND subject = '" + changed + "'");
        Tables.tamper("DELETE FROM event_log WHERE subject_version = 3 AND subject = '" + cut + "'");
        for (int size : List.of(1, 3, 10_000)) {
            // When
            Set<UUID> broken = new HashSet<>();
            long subjects = 0;
            Verification part = verifier.sweep(DISTRICT, null, size);
            while (true) {
                part.findings().forEach(finding -> broken.add(finding.subject()));
                subjects += part.subjects();
                if (part.next() == null) {
                    break;
                }
                part = verifier.sweep(DISTRICT, UUID.fromString(part.next()), size);
            }

            // Then
            assertTrue(broken.containsAll(Set.of(changed, cut)), "size " + size);
            assertEquals(
                    Tables.number(
                            "SELECT count(*) FROM (SELECT division FROM thing UNION ALL SELECT division FROM discarded_event"
                                    + " UNION ALL SELECT division FROM notice_address UNION ALL SELECT division FROM log_anchor) head"
                                    + " WHERE starts_with(division, '440703')"),
                    subjects,
                    "subjects with parts of " + size);
        }
    }

    @Test
    void everyBrokenSubjectIsNamedHoweverManyThereAre() {
        // Given
        Set<UUID> broken = new HashSet<>();
        for (int i = 0; i < 230; i++) {
            broken.add(use.make(UseThings.DISTRICT, "lamp"));
        }
        String all = broken.stream().map(thing -> "'" + thing + "'").collect(Collectors.joining(", ", "(", ")"));
        Tables.tamper("UPDATE event_log SET data = '{}' WHERE subject IN " + all);

        // When
        Set<UUID> named = new HashSet<>();
        Verification part = verifier.sweep(DISTRICT, null, 10_000);
        while (true) {
            part.findings().forEach(finding -> named.add(finding.subject()));
            if (part.next() == null) {
                break;
            }
            part = verifier.sweep(DISTRICT, UUID.fromString(part.next()), 10_000);
        }

        // Then
        assertTrue(named.containsAll(broken), "named " + named.size() + " of " + broken.size());
        Tables.tamper("DELETE FROM event_log WHERE subject IN " + all);
        Tables.tamper("DELETE FROM thing WHERE id IN " + all);
    }

    @Test
    void moreFindingsThanAreShownAreSaidToBeMore() {
        // Given
        UUID thing = thingWithThreeRows();
        UUID changed = thingWithThreeRows();
        for (int i = 0; i < 210; i++) {
            use.count(thing, i);
        }

        // When
        Tables.tamper("UPDATE event_log SET data = '{}' WHERE subject IN ('" + thing + "', '" + changed + "')");

        // Then
        Verification many = verifier.verify(DISTRICT, thing).orElseThrow();
        assertEquals(200, many.findings().size());
        assertTrue(many.truncated());
        assertFalse(verifier.verify(DISTRICT, changed).orElseThrow().truncated());
        Tables.tamper("DELETE FROM event_log WHERE subject IN ('" + thing + "', '" + changed + "')");
        Tables.tamper("DELETE FROM thing WHERE id IN ('" + thing + "', '" + changed + "')");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replicasThatAnchorAtOnceMakeOneAnchor(boolean first) throws Exception {
        // Given
        if (first) {
            Tables.tamper("DELETE FROM event_log WHERE type = 'log.anchored.v1'");
            Tables.tamper("DELETE FROM log_anchor");
        } else {
            anchors.anchor();
            Tables.tamper("UPDATE log_anchor SET day = day - 1");
        }
        long before = Tables.number("SELECT count(*) FROM event_log WHERE type = 'log.anchored.v1'");
        int replicas = 6;
        CyclicBarrier start = new CyclicBarrier(replicas);

        // When
        AtomicInteger made = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            for (int i = 0; i < replicas; i++) {
                threads.submit(() -> {
                    start.await();
                    try {
                        made.addAndGet(anchors.anchor().isPresent() ? 1 : 0);
                    } catch (RuntimeException onTheKey) {
                        refused.incrementAndGet();
                    }
                    return null;
                });
            }
        }

        // Then
        assertEquals(1, made.get());
        assertTrue(first || refused.get() == 0, "only the very first anchor is decided by its key");
        assertEquals(before + 1, Tables.number("SELECT count(*) FROM event_log WHERE type = 'log.anchored.v1'"));
        assertTrue(check.check().isEmpty());
        DivisionScope deployment = DivisionScope.of(DivisionCode.parse("44"));
        assertEquals(
                List.of(),
                verifier.verify(deployment, LogAnchor.ID).orElseThrow().findings());
    }

    @Test
    void aSubjectRewrittenTogetherWithItsHeadIsFoundByTheAnchor() {
        // Given
        UUID thing = thingWithThreeRows();
        Tables.tamper("DELETE FROM event_log WHERE type = 'log.anchored.v1'");
        Tables.tamper("DELETE FROM log_anchor");
        // an anchor covers what is final
        Awaitility.await().until(() -> Tables.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        LogAnchored anchored = anchors.anchor().orElseThrow();
        assertTrue(anchored.subjects() > 0);
        assertTrue(anchors.anchor().isEmpty(), "once a day");
        assertTrue(check.check().isEmpty());

        // When the last row goes, and the head with it
        Tables.tamper("DELETE FROM event_log WHERE subject_version = 3 AND subject = '" + thing + "'");
        Tables.tamper(
                "UPDATE thing SET log_version = 2, last_hash = (SELECT hash FROM event_log WHERE subject = thing.id"
                        + " AND subject_version = 2) WHERE id = '" + thing + "'");

        // Then
        assertTrue(found(thing).isEmpty(), "the chain itself is whole");
        assertEquals(Kind.ANCHOR_DIFFERS, check.check().getFirst().kind());
    }

    @Test
    void anotherDivisionSeesNothingOfIt() {
        // Given
        UUID thing = thingWithThreeRows();

        // When
        var verification = verifier.verify(DivisionScope.of(DivisionCode.parse("440704")), thing);

        // Then
        assertTrue(verification.isEmpty());
    }

    private UUID thingWithThreeRows() {
        UUID thing = use.make(UseThings.DISTRICT, "lamp");
        use.count(thing, 1);
        use.count(thing, 2);
        return thing;
    }

    private List<Finding> found(UUID subject) {
        return verifier.verify(DISTRICT, subject).orElseThrow().findings();
    }
}

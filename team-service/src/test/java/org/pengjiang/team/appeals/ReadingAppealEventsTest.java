package org.pengjiang.team.appeals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.kit.testing.EventSchemas;

/** The contracts of appeal-service, read by this side's reader. */
class ReadingAppealEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where an appeal has ended. */
    private static final Set<String> ENDED = Set.of("CLOSED", "REJECTED", "WITHDRAWN", "MERGED");

    private static final Set<String> OF_UNITS = Set.of(
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.contacted.v1",
            "appeal.replied.v1",
            "appeal.breached.v1",
            "appeal.rated.v1",
            "appeal.closed.v1");

    @Test
    void everyPromisedAppealEventIsReadAndNoOther() {
        Set<String> promised = EventSchemas.types().stream()
                .filter(type -> type.startsWith("appeal."))
                .collect(Collectors.toSet());
        assertEquals(promised, AppealReader.TYPES);
    }

    /** The consumer adds up what it sees: a type that it does not name is parked. */
    @Test
    void everyTypeOfTheTopicIsReadOrKnowinglyPassedOver() {
        // Given
        Set<String> named = new HashSet<>(AppealReader.TYPES);
        // When
        named.addAll(AppealReader.IGNORED);
        // Then
        assertEquals(EventSchemas.typesOn("appeal.events"), named);
    }

    @Test
    void theExamplesOfTheContractsAreRead() throws Exception {
        for (String type : AppealReader.TYPES) {
            // When
            ReceivedEvent event = event(type, example(type));
            // Then
            assertEquals("440703", AppealReader.standing(event).district(), type);
            assertEquals(
                    !ENDED.contains(example(type).path("state").asText()),
                    AppealReader.standing(event).open(),
                    type);
            assertEquals(OF_UNITS.contains(type), AppealReader.fact(event).isPresent(), type);
        }
    }

    @Test
    void aUnitThatHelpsLateBreaksNoPromise() throws Exception {
        // Given
        ObjectNode late = example("appeal.breached.v1")
                .put("clock", "COTASK")
                .put("family", "UNIT")
                .put("unitAtDue", "440703-SW");
        // When / Then
        assertEquals(Optional.empty(), AppealReader.fact(event("appeal.breached.v1", late)));
    }

    @Test
    void silenceIsNoAnswerAndSolvedIsAskedApartFromStars() throws Exception {
        // Given
        ObjectNode silent = example("appeal.rated.v1").put("automatic", true);
        ObjectNode onlyStars = example("appeal.rated.v1").put("stars", 2);
        onlyStars.remove("solved");
        // When
        AppealFact byDefault = read("appeal.rated.v1", silent);
        AppealFact starred = read("appeal.rated.v1", onlyStars);
        AppealFact whole = read("appeal.rated.v1", example("appeal.rated.v1"));
        // Then
        assertEquals(Map.of(Figure.RATED_BY_DEFAULT, 1), byDefault.figures());
        assertEquals(Map.of(Figure.STARS_SUM, 2, Figure.STARS_COUNT, 1), starred.figures());
        assertEquals(Map.of(Figure.RATED_SOLVED, 1, Figure.STARS_SUM, 5, Figure.STARS_COUNT, 1), whole.figures());
    }

    @Test
    void whatTheEndOfAWindowBringsAboutIsOfItsLastDay() throws Exception {
        // Given
        String midnight = "2026-12-31T16:00:00Z";
        ObjectNode closed = example("appeal.closed.v1").put("closedAt", midnight);
        ObjectNode rated = example("appeal.rated.v1").put("ratedAt", midnight);
        // When / Then
        assertEquals(
                Instant.parse("2026-12-31T15:59:59Z"),
                read("appeal.closed.v1", closed.deepCopy().put("by", "WINDOW")).at());
        assertEquals(
                Instant.parse(midnight),
                read("appeal.closed.v1", closed.put("by", "RATING")).at());
        assertEquals(
                Instant.parse("2026-12-31T15:59:59Z"),
                read("appeal.rated.v1", rated.deepCopy().put("automatic", true)).at());
        assertEquals(
                Instant.parse(midnight),
                read("appeal.rated.v1", rated.put("automatic", false)).at());
    }

    /** A bad rating has its appeal stand in the next round already. */
    @Test
    void aRatingIsOfTheRoundThatWasRated() throws Exception {
        // Given
        ObjectNode bad = example("appeal.rated.v1")
                .put("round", 2)
                .put("state", "DISPATCHED")
                .put("ratedRound", 1);
        ObjectNode good = example("appeal.rated.v1")
                .put("round", 2)
                .put("state", "CLOSED")
                .put("ratedRound", 2);
        ObjectNode badBefore = bad.deepCopy();
        badBefore.remove("ratedRound");
        ObjectNode goodBefore = good.deepCopy();
        goodBefore.remove("ratedRound");
        // When / Then
        assertEquals(1, read("appeal.rated.v1", bad).round());
        assertEquals(2, read("appeal.rated.v1", good).round());
        assertEquals(1, read("appeal.rated.v1", badBefore).round(), "an event of before");
        assertEquals(2, read("appeal.rated.v1", goodBefore).round(), "an event of before");
    }

    @Test
    void aRatingIsOfTheUnitThatWasRated() throws Exception {
        // Given
        ObjectNode followed = example("appeal.rated.v1")
                .put("state", "DISPATCHED")
                .put("accountableUnit", "440703101")
                .put("ratedUnit", "440703-ZR");
        ObjectNode before = followed.deepCopy();
        before.remove("ratedUnit");

        // When / Then
        assertEquals("440703-ZR", read("appeal.rated.v1", followed).unit());
        assertEquals("440703101", read("appeal.rated.v1", before).unit(), "an event of before");
    }

    @Test
    void whatIsLateIsOfTheUnitThatHadTheAppealAtTheDue() throws Exception {
        for (String type : List.of("appeal.breached.v1", "appeal.contacted.v1", "appeal.replied.v1")) {
            // Given
            ObjectNode moved = example(type).put("unitAtDue", "440703-FW");
            ObjectNode nobody = example(type).put("chargedTo", "CENTRE");
            nobody.remove("unitAtDue");
            ObjectNode before = example(type);
            before.remove(List.of("unitAtDue", "chargedTo"));
            // When / Then
            assertEquals("440703-FW", read(type, moved).unit(), type);
            assertNull(read(type, nobody).unit(), "the dispatch centre's: " + type);
            assertEquals("440703-ZR", read(type, before).unit(), type);
        }
    }

    @Test
    void whatTheOfficesOweEachOtherIsNoBreachTowardsTheEnterprise() throws Exception {
        for (String clock : List.of("ACCEPT", "DISPATCH", "SIGN", "REVIEW")) {
            ObjectNode step =
                    example("appeal.breached.v1").put("family", "UNIT").put("clock", clock);
            EventSchemas.assertMatches("appeal.breached.v1", step.toString());
            assertTrue(AppealReader.fact(event("appeal.breached.v1", step)).isEmpty(), clock);
        }
    }

    @Test
    void whatAnEventLacksIsNotGuessedAt() throws Exception {
        ObjectNode late = example("appeal.signed.v1");
        late.remove("inTime");
        ObjectNode nowhere = example("appeal.signed.v1");
        nowhere.remove("open");
        assertThrows(IllegalArgumentException.class, () -> AppealReader.fact(event("appeal.signed.v1", late)));
        assertThrows(IllegalArgumentException.class, () -> AppealReader.standing(event("appeal.signed.v1", nowhere)));
    }

    private static AppealFact read(String type, ObjectNode data) {
        return AppealReader.fact(event(type, data)).orElseThrow();
    }

    private static ObjectNode example(String type) throws Exception {
        return (ObjectNode) JSON.readTree(EventSchemas.example(type));
    }

    private static ReceivedEvent event(String type, ObjectNode data) {
        return new ReceivedEvent(
                UUID.randomUUID(), type, UUID.randomUUID(), 1, 1, DivisionCode.parse("440703"), Instant.EPOCH, data);
    }
}

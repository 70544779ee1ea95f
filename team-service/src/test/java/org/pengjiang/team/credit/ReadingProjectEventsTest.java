package org.pengjiang.team.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.team.model.Stage;

/** The other side's contracts, read by this side's reader. */
class ReadingProjectEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The ledger can already reverse a terminated project; project-service does not end one yet. */
    private static final Set<String> NOT_PROMISED_YET = Set.of("project.terminated.v1");

    @Test
    void everyPromisedProjectEventIsEitherReadOrKnowinglyPassedOver() {
        // Given
        Set<String> promised = EventSchemas.typesOn(FactReader.TOPIC);
        // When
        Set<String> known = new HashSet<>(FactReader.TYPES);
        known.addAll(FactReader.WITHOUT_CREDIT);
        // Then
        assertTrue(known.containsAll(promised), () -> "unknown: " + promised);
        Set<String> read = new HashSet<>(FactReader.TYPES);
        read.removeAll(promised);
        assertEquals(NOT_PROMISED_YET, read, "read, but not promised");
    }

    @Test
    void theExamplesOfTheContractsAreRead() throws JsonProcessingException {
        Set<String> promised = new HashSet<>(FactReader.TYPES);
        promised.removeAll(NOT_PROMISED_YET);
        for (String type : promised) {
            // When
            ProjectFact fact = FactReader.read(event(type, example(type))).orElseThrow();
            // Then
            assertTrue(fact.businessDate().getYear() > 2000, type);
        }
        ProjectFact.StageReached stage = assertInstanceOf(
                ProjectFact.StageReached.class,
                FactReader.read(event(FactReader.STAGE_CHANGED, example(FactReader.STAGE_CHANGED)))
                        .orElseThrow());
        assertEquals(Stage.SIGNED, stage.to());
        new Shares(stage.shares());
    }

    @Test
    void anEventWithoutItsDateIsNotGuessedAt() throws JsonProcessingException {
        // Given
        ObjectNode data = example(FactReader.STAGE_CHANGED);
        data.remove("businessDate");
        // When
        ReceivedEvent event = event(FactReader.STAGE_CHANGED, data);
        // Then
        assertThrows(IllegalArgumentException.class, () -> FactReader.read(event));
    }

    private static ObjectNode example(String type) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(EventSchemas.example(type));
    }

    private static ReceivedEvent event(String type, ObjectNode data) {
        return new ReceivedEvent(
                UUID.randomUUID(), type, UUID.randomUUID(), 1, 1, DivisionCode.parse("440703"), Instant.EPOCH, data);
    }
}

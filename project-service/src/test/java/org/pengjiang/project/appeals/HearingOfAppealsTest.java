package org.pengjiang.project.appeals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.kit.testing.EventSchemas;

/** The contracts of appeal-service, read by this side's reader. */
class HearingOfAppealsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where an appeal has ended. */
    private static final Set<String> ENDED = Set.of("CLOSED", "REJECTED", "WITHDRAWN", "MERGED");

    @Test
    void everyPromisedAppealEventIsHeardAndNoOther() {
        Set<String> promised = EventSchemas.types().stream()
                .filter(type -> type.startsWith("appeal."))
                .collect(Collectors.toSet());
        assertEquals(promised, HeardAppeal.TYPES);
    }

    @Test
    void everyExampleSaysHowItsAppealStands() throws Exception {
        for (String type : HeardAppeal.TYPES) {
            // When
            HeardAppeal heard = HeardAppeal.of(event(type, example(type)));
            // Then
            assertEquals(!ENDED.contains(example(type).path("state").asText()), heard.open(), type);
            assertEquals(type.equals("appeal.breached.v1"), heard.breached(), type);
            assertEquals("A-440703-2026-0001", heard.no(), type);
        }
    }

    @Test
    void whatTheOfficesOweEachOtherIsNoBreachTheProjectCounts() throws Exception {
        for (String clock : List.of("ACCEPT", "DISPATCH", "SIGN", "REVIEW")) {
            ObjectNode data =
                    example("appeal.breached.v1").put("family", "UNIT").put("clock", clock);
            assertEquals(
                    false, HeardAppeal.of(event("appeal.breached.v1", data)).breached(), clock);
        }
    }

    @Test
    void anEventThatDoesNotSayWhetherItIsOpenIsNotGuessedAt() throws Exception {
        ObjectNode data = example("appeal.signed.v1");
        data.remove("open");
        assertThrows(IllegalArgumentException.class, () -> HeardAppeal.of(event("appeal.signed.v1", data)));
    }

    private static ObjectNode example(String type) throws Exception {
        return (ObjectNode) JSON.readTree(EventSchemas.example(type));
    }

    private static ReceivedEvent event(String type, ObjectNode data) {
        return new ReceivedEvent(
                UUID.randomUUID(), type, UUID.randomUUID(), 1, 1, DivisionCode.parse("440703"), Instant.EPOCH, data);
    }
}

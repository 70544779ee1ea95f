package org.pengjiang.team;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.team.events.PledgeSigned;
import org.pengjiang.team.events.TeamChanged;
import org.pengjiang.team.events.TeamRegistered;
import org.pengjiang.team.events.UnitRegistered;

/** What this service promises on team.events. */
class EventContractsTest {
    @Test
    void everyPublishedRecordKeepsItsContract() {
        EventSchemas.assertProduces(TeamRegistered.class, "team.registered.v1");
        EventSchemas.assertProduces(TeamChanged.class, "team.changed.v1");
        EventSchemas.assertProduces(UnitRegistered.class, "unit.registered.v1");
        EventSchemas.assertProduces(PledgeSigned.class, "pledge.signed.v1");
    }

    @Test
    void thePromisedTypesHaveContracts() {
        List<String> promised =
                List.of("team.registered.v1", "team.changed.v1", "unit.registered.v1", "pledge.signed.v1");
        assertTrue(EventSchemas.types().containsAll(promised));
    }
}

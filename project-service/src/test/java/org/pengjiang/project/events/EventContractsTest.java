package org.pengjiang.project.events;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class EventContractsTest {
    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void whatASignedProjectSaysKeepsItsPromises() {
        // When
        AProject project = AProject.signed("120000000.00");

        // Then
        for (String type : List.of("project.registered.v1", "project.stage-changed.v1")) {
            var events = Log.events(type);
            Assertions.assertFalse(events.isEmpty(), type);
            events.forEach(event -> EventSchemas.assertMatches(type, event.toString()));
        }
        Assertions.assertEquals(4, Log.events("project.stage-changed.v1").size());
        var signed = Log.events("project.stage-changed.v1").getLast();
        Assertions.assertEquals(
                Map.of("from", "ADMITTED", "to", "SIGNED", "seq", "4", "agreementAmountYuan", "120000000.00"),
                Map.of(
                        "from",
                        signed.path("from").asText(),
                        "to",
                        signed.path("to").asText(),
                        "seq",
                        signed.path("seq").asText(),
                        "agreementAmountYuan",
                        signed.path("agreementAmountYuan").asText()));
        Assertions.assertFalse(signed.toString().contains("13812341234"), project.id);
    }
}

package org.pengjiang.project.directory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.Neighbours;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class FollowingTeamsTest {
    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void theNewestVersionOfATeamIsRememberedAndAnOlderOneChangesNothing() {
        // Given
        UUID team = UUID.randomUUID();
        send("team.registered.v1", team, 1, "第一招商队");
        send("team.changed.v1", team, 3, "新名称");

        // When
        send("team.changed.v1", team, 2, "旧名称");
        UUID later = UUID.randomUUID();
        send("team.registered.v1", later, 1, "后来的队");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Log.count("SELECT count(*) FROM inbox WHERE consumer = 'project.known-teams'") >= 4);
        assertEquals(1, Log.count("SELECT count(*) FROM known_team WHERE name = '新名称' AND subject_version = 3"));
        assertEquals(0, Log.count("SELECT count(*) FROM known_team WHERE name = '旧名称'"));
    }

    @Test
    void aUnitIsRememberedOnceHoweverOftenItIsSaid() {
        // Given
        UUID unit = UUID.randomUUID();
        Neighbours.say("team.events", "unit.registered.v1", unit, 1, EventSchemas.example("unit.registered.v1"));

        // When
        Neighbours.say("team.events", "unit.registered.v1", unit, 1, EventSchemas.example("unit.registered.v1"));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Log.count("SELECT count(*) FROM inbox WHERE consumer = 'project.known-units'") >= 2);
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM known_unit WHERE code = '440703101' AND division = '440703101'"
                        + " AND kind = 'TOWN'"));
    }

    private static void send(String type, UUID team, long version, String name) {
        Neighbours.say(
                "team.events", type, team, version, EventSchemas.example(type).replace("第一招商队", name));
    }
}

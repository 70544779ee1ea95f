package org.pengjiang.appeal.neighbours;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** What the others publish is remembered as it was last said, whatever order it comes in. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class FollowingNeighboursTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIVES = 150;

    @Inject
    UpdateProjectCopy projects;

    @Inject
    UpdateSpecialClassCopy classes;

    @Inject
    UpdateUnitCopy units;

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void whatTheContractsPromiseIsRemembered() {
        // Given
        UUID project = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a20");
        UUID unit = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a11");

        // When
        project("project.registered.v1", project, 1);
        project("project.stage-changed.v1", project, 2);
        project("project.changed.v1", project, 3);
        project("project.special-class-changed.v1", project, 4);
        Neighbours.publish("team.events", "unit.registered.v1", unit, 1, EventSchemas.example("unit.registered.v1"));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM known_special_class") == 1
                        && count("SELECT count(*) FROM known_unit") == 1);
        assertEquals(
                List.of("P-440703-2026-0001 440703101 {91440703MA00000077} 4"),
                rows("SELECT concat_ws(' ', no, division, enterprises, subject_version) FROM known_project"));
        assertEquals(
                List.of("440703-ZR a0000000-0000-4000-8000-000000000013 a0000000-0000-4000-8000-000000000003 t 4"),
                rows("SELECT concat_ws(' ', lead_unit, leader, head, open, subject_version) FROM known_special_class"));
        assertEquals(
                List.of("a0000000-0000-4000-8000-000000000009 440703-ZR MEMBER"),
                rows("SELECT concat_ws(' ', account, department, role) FROM known_class_member"));
        assertEquals(
                List.of("440703101 棠下镇 440703101 TOWN 1"),
                rows("SELECT concat_ws(' ', code, name, division, kind, subject_version) FROM known_unit"));
        assertEquals(0, count("SELECT count(*) FROM parked_event"));
    }

    @Test
    void aRegistrationOfAnEarlierReleaseIsCompletedByTheNextEvent() throws Exception {
        // Given
        UUID project = UUID.randomUUID();
        projects.remember(project, 1, data("project.registered.v1"));

        // When
        projects.remember(project, 2, data("project.changed.v1"));
        projects.remember(project, 1, data("project.registered.v1"));

        // Then
        assertEquals(
                List.of("440703101 {91440703MA00000077} 2"),
                rows("SELECT concat_ws(' ', division, enterprises, subject_version) FROM known_project"));
    }

    @Test
    void anOlderUnitChangesNothing() throws Exception {
        // Given
        UUID unit = UUID.randomUUID();
        units.remember(unit, 2, new EventData(changed("unit.registered.v1", "name", "新名称")));

        // When
        units.remember(unit, 1, new EventData(changed("unit.registered.v1", "name", "旧名称")));

        // Then
        assertEquals(List.of("新名称"), rows("SELECT name FROM known_unit"));
    }

    @Test
    void aLaterClassEndsTheEarlierOneBeforeItsOwnEndIsKnown() throws Exception {
        // Given
        UUID project = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        classes.remember(project, 5, classEvent(first, true, List.of("a")));

        // When
        classes.remember(project, 9, classEvent(second, true, List.of("b")));
        classes.remember(project, 7, classEvent(first, true, List.of("a", "c")));

        // Then
        assertEquals(
                List.of(second.toString()),
                rows("SELECT class_id FROM known_special_class WHERE open AND project_id = '" + project + "'"));
    }

    /** Classes opened, changed, closed and replaced; then the events shuffled and doubled. */
    @Test
    void everyOrderOfTheSameEventsEndsTheSame() throws Exception {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("following seed " + seed);
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            UUID project = UUID.randomUUID();
            List<Said> said = new ArrayList<>();
            UUID open = null;
            for (int version = 1; version <= 2 + random.nextInt(6); version++) {
                if (open == null) {
                    open = UUID.randomUUID();
                    said.add(new Said(open, version, true, members(random)));
                } else if (random.nextInt(3) == 0) {
                    said.add(new Said(open, version, false, members(random)));
                    open = null;
                } else {
                    said.add(new Said(open, version, true, members(random)));
                }
            }
            Said last = said.getLast();

            List<Said> arriving = new ArrayList<>(said);
            arriving.addAll(said.subList(0, random.nextInt(said.size() + 1)));
            Collections.shuffle(arriving, random);
            for (Said event : arriving) {
                classes.remember(project, event.version, classEvent(event.classId, event.open, event.members));
            }

            assertEquals(
                    open == null ? List.of() : List.of(open + " " + last.version),
                    rows(
                            "SELECT class_id || ' ' || subject_version FROM known_special_class WHERE open AND project_id = '"
                                    + project + "'"),
                    "seed " + seed + " life " + life + " " + arriving);
            assertEquals(
                    new ArrayList<>(new TreeSet<>(last.members)),
                    rows("SELECT account FROM known_class_member WHERE class_id = '" + last.classId
                            + "' ORDER BY account"),
                    "seed " + seed + " life " + life + " " + arriving);
        }
    }

    private record Said(UUID classId, long version, boolean open, List<String> members) {}

    private static List<String> members(Random random) {
        return random.ints(random.nextInt(4), 0, 5).mapToObj(i -> "m" + i).toList();
    }

    private static EventData classEvent(UUID classId, boolean open, List<String> members) throws Exception {
        ObjectNode data = (ObjectNode) JSON.readTree(EventSchemas.example("project.special-class-changed.v1"));
        data.put("classId", classId.toString()).put("open", open);
        var list = data.putArray("members");
        members.forEach(member ->
                list.addObject().put("account", member).put("department", "X").put("role", "MEMBER"));
        EventSchemas.assertMatches("project.special-class-changed.v1", data.toString());
        return new EventData(data);
    }

    private static EventData data(String type) throws Exception {
        return new EventData(JSON.readTree(EventSchemas.example(type)));
    }

    private static JsonNode changed(String type, String field, String value) throws Exception {
        return ((ObjectNode) JSON.readTree(EventSchemas.example(type))).put(field, value);
    }

    private static void project(String type, UUID project, long version) {
        Neighbours.publish("project.events", type, project, version, EventSchemas.example(type));
    }

    private static long count(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }

    private static List<String> rows(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

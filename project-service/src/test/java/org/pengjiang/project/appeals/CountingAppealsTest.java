package org.pengjiang.project.appeals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.ETags;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.Neighbours;
import org.pengjiang.project.testsupport.ProjectStack;

/** The open appeals of a project: exact whatever comes twice, late or at once, and never at the cost of an editor. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class CountingAppealsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String EXAMPLE_PROJECT = "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a20";

    @Inject
    CountAppeals count;

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void anAppealIsCountedWhileItIsOpenAndItsBreachIsShown() {
        // Given
        AProject project = AProject.registered("60000000.00");
        AProject other = AProject.registered("60000000.00");
        String before = project.etag();
        UUID appeal = UUID.randomUUID();

        // When
        say("appeal.submitted.v1", appeal, 1, project.id);
        await().atMost(SOON).until(() -> openAppeals(project) == 1);
        Response known =
                AProject.OFFICE.request().header("If-None-Match", before).get(project.path());
        Response filed = project.read();
        Response listed = AProject.OFFICE.get("/v1/projects?withOpenAppeals=true");
        say("appeal.breached.v1", appeal, 2, project.id);
        await().atMost(SOON).until(() -> project.read().<Integer>path("breachedAppeals") == 1);
        Response breached = project.read();
        say("appeal.closed.v1", appeal, 3, project.id);
        await().atMost(SOON).until(() -> openAppeals(project) == 0);

        // Then
        known.then().statusCode(200);
        filed.then().body("openAppeals", equalTo(1)).body("appealRisk", equalTo(false));
        listed.then().statusCode(200).body("items.id", contains(project.id)).body("items[0].openAppeals", equalTo(1));
        breached.then().body("breachedAppeals", equalTo(1)).body("appealRisk", equalTo(true));
        project.read().then().body("breachedAppeals", equalTo(0)).body("appealRisk", equalTo(false));
        AProject.OFFICE.get("/v1/projects?withOpenAppeals=true").then().body("items", empty());
        AProject.OFFICE
                .get("/v1/projects?withOpenAppeals=false")
                .then()
                .body("items.id", contains(other.id, project.id));
        AProject.OFFICE.get("/v1/projects?withOpenAppeals=perhaps").then().statusCode(400);
        AProject.OFFICE
                .get(project.path() + "/timeline")
                .then()
                .body(
                        "items.findAll { it.type == 'project.appeals-counted.v1' }.data.appealState",
                        contains("SUBMITTED", breachedState(), "CLOSED"));
        AProject.OFFICE
                .request()
                .header("If-None-Match", project.etag())
                .get(project.path())
                .then()
                .statusCode(304);
    }

    @Test
    void anAppealThatIsCountedRefusesNobodysChange() {
        // Given
        AProject project = AProject.registered("60000000.00");
        String read = project.etag();
        hear(new HeardAppeal(UUID.randomUUID(), "A-1", UUID.fromString(project.id), "SUBMITTED", true, true, 1));

        // When
        Response counted =
                AProject.OFFICE.request().header("If-None-Match", read).get(project.path());
        Response changed = AProject.CAPTAIN.patch(project.path(), Map.of("name", "范例新名称"), read);
        Response stale = AProject.CAPTAIN.patch(project.path(), Map.of("name", "范例另一名称"), read);

        // Then
        counted.then().statusCode(200).body("openAppeals", equalTo(1));
        assertEquals(ETags.version(read), ETags.version(counted));
        changed.then().statusCode(200).body("openAppeals", equalTo(1));
        assertEquals(ETags.version(read) + 1, ETags.version(changed));
        stale.then()
                .statusCode(412)
                .body("currentVersion", equalTo((int) ETags.version(changed)))
                .body("changes.type", contains("project.facts-changed.v1"))
                .body("changes.title", contains("项目信息已修改"));
    }

    @Test
    void whatIsSaidTwiceOrTooLateChangesNothingAndAProjectThatComesLaterIsCounted() {
        // Given
        AProject project = AProject.registered("60000000.00");
        UUID appeal = UUID.randomUUID();
        UUID absent = UUID.randomUUID();
        hear(new HeardAppeal(appeal, "A-1", UUID.fromString(project.id), "CLOSED", false, false, 9));
        hear(new HeardAppeal(UUID.randomUUID(), "A-2", absent, "SUBMITTED", true, false, 1));
        String etag = project.etag();

        // When
        hear(new HeardAppeal(appeal, "A-1", UUID.fromString(project.id), "SUBMITTED", true, false, 1));
        hear(new HeardAppeal(appeal, "A-1", UUID.fromString(project.id), "CLOSED", false, false, 9));
        String unmoved = project.etag();
        sql("UPDATE project SET id = '" + absent + "' WHERE id = '" + project.id + "'");
        hear(new HeardAppeal(UUID.randomUUID(), "A-3", absent, "SUBMITTED", true, false, 1));

        // Then
        assertEquals(etag, unmoved);
        assertEquals(2, Log.count("SELECT open_appeals FROM project WHERE id = '" + absent + "'"));
    }

    @Test
    void randomLivesInAnyOrderAtOnceAndRepeatedEndInTheSameCounts() throws Exception {
        // Given
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CountingAppealsTest seed=" + seed);
        Random random = new Random(seed);
        List<AProject> projects = IntStream.range(0, 3)
                .mapToObj(i -> AProject.registered("60000000.00"))
                .toList();
        List<HeardAppeal> said = new ArrayList<>();
        Map<UUID, int[]> expected = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            live(random, i, projects, said, expected);
        }
        List<HeardAppeal> told = new ArrayList<>(said);
        IntStream.range(0, 150).forEach(i -> told.add(said.get(random.nextInt(said.size()))));
        Collections.shuffle(told, random);

        // When
        int edits;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> followers = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int mine = t;
                followers.add(threads.submit(() -> {
                    for (int i = mine; i < told.size(); i += 4) {
                        hear(told.get(i));
                    }
                }));
            }
            Future<Integer> editor = threads.submit(() -> edits(projects.getFirst(), 15));
            for (Future<?> follower : followers) {
                follower.get();
            }
            edits = editor.get();
        }

        // Then
        assertCounted(projects, expected);
        assertEquals(
                edits,
                Log.count("SELECT count(*) FROM event_log WHERE type = 'project.facts-changed.v1'"),
                "an edit that was answered stands");
        assertEquals("范例第" + edits + "版", projects.getFirst().read().path("name"));
        assertEquals(
                Log.count("SELECT count(*) FROM event_log"),
                Log.count("SELECT sum(log_version) FROM (SELECT log_version FROM project UNION ALL"
                        + " SELECT log_version FROM investor) AS heads"));
        List<String> stands = rows("SELECT k::text FROM known_appeal k ORDER BY id");

        // When
        sql("DELETE FROM known_appeal");
        sql("UPDATE project SET open_appeals = 0, breached_appeals = 0");
        said.forEach(this::hear);

        // Then
        assertEquals(stands, rows("SELECT k::text FROM known_appeal k ORDER BY id"), "rebuilt from the first event");
        assertCounted(projects, expected);
    }

    private static void assertCounted(List<AProject> projects, Map<UUID, int[]> expected) {
        for (AProject project : projects) {
            int[] counts = expected.getOrDefault(UUID.fromString(project.id), new int[2]);
            project.read().then().body("openAppeals", equalTo(counts[0])).body("breachedAppeals", equalTo(counts[1]));
        }
    }

    /** One appeal: filed, sometimes overdue, sometimes about another project in the end, and mostly closed. */
    private static void live(
            Random random, int i, List<AProject> projects, List<HeardAppeal> said, Map<UUID, int[]> expected) {
        UUID id = UUID.randomUUID();
        boolean breached = false;
        boolean open = true;
        UUID project = null;
        int events = 1 + random.nextInt(6);
        for (int version = 1; version <= events; version++) {
            if (project == null || random.nextInt(12) == 0) {
                project = UUID.fromString(projects.get(random.nextInt(projects.size())).id);
            }
            boolean breach = random.nextInt(5) == 0;
            breached |= breach;
            open = random.nextInt(4) != 0;
            said.add(new HeardAppeal(id, "A-" + i, project, open ? "IN_PROGRESS" : "CLOSED", open, breach, version));
        }
        if (open) {
            int[] counts = expected.computeIfAbsent(project, it -> new int[2]);
            counts[0]++;
            counts[1] += breached ? 1 : 0;
        }
    }

    /** Somebody who edits while appeals come in: nobody counts them out. */
    private static int edits(AProject project, int wanted) {
        String etag = project.etag();
        for (int i = 1; i <= wanted; i++) {
            Response answer = AProject.OFFICE.patch(project.path(), Map.of("name", "范例第" + i + "版"), etag);
            assertEquals(200, answer.statusCode(), answer.asString());
            etag = answer.header("ETag");
        }
        return wanted;
    }

    private void hear(HeardAppeal heard) {
        QuarkusTransaction.requiringNew().run(() -> count.hear(Scope.system(), heard));
    }

    private static void say(String type, UUID appeal, long version, String project) {
        Neighbours.say(
                "appeal.events",
                type,
                appeal,
                version,
                EventSchemas.example(type).replace(EXAMPLE_PROJECT, project));
    }

    private static String breachedState() {
        return JsonPath.from(EventSchemas.example("appeal.breached.v1")).getString("state");
    }

    private static int openAppeals(AProject project) {
        return project.read().path("openAppeals");
    }

    private static void sql(String statement) {
        try (Connection connection = Database.administer();
                Statement change = connection.createStatement()) {
            change.execute("SET session_replication_role = replica");
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}

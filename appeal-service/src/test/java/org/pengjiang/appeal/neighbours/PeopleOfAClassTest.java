package org.pengjiang.appeal.neighbours;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.execute;
import static org.pengjiang.appeal.testsupport.Rows.number;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;

/** When the people of a special class change, what waits for them follows, although nothing happens to the appeals. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PeopleOfAClassTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Api NEWCOMER = Api.as("team-captain-2");
    private static final String NEW_MEMBER = Persona.named("team-captain-2").subject();
    private static final String OLD_MEMBER = Persona.named("team-member").subject();

    @Inject
    UpdateSpecialClassCopy classes;

    @Inject
    ClassTasksSweep sweep;

    @Inject
    ClassChanges changes;

    @Inject
    FollowClassRoster follow;

    @Inject
    LeaveClosedClasses closed;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void aProjectWithItsClass() {
        jobs.pauseAll();
        Database.reset();
        Known.district();
        Known.specialClass();
    }

    @AfterEach
    void mend() {
        execute("DROP TRIGGER IF EXISTS break_down ON task; DROP TRIGGER IF EXISTS break_down ON assignment;"
                + " DROP FUNCTION IF EXISTS break_down");
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void tasksGoOverToTheNewPeopleAndAnEventThatComesTwiceDoesItOnce() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.ofProject();
        assertEquals(List.of("appeal-to-sign"), open(AnAppeal.CLASS_MEMBER));
        String version = appeal.etag();

        // When
        changed(2, true, NEW_MEMBER);
        sweep.run();

        // Then
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER));
        assertEquals(List.of("appeal-to-sign"), open(NEWCOMER));
        assertEquals(version, appeal.etag(), "the appeal itself has not changed");
        long tasks = number("SELECT count(*) FROM task");
        long letters = number("SELECT count(*) FROM notice");
        changed(2, true, NEW_MEMBER);
        assertEquals(0, number("SELECT count(*) FROM class_change"), "nothing new was said");
        sweep.run();
        assertEquals(tasks, number("SELECT count(*) FROM task"));
        assertEquals(letters, number("SELECT count(*) FROM notice"));
        assertEquals(1, number("SELECT count(*) FROM task WHERE account = ? AND done_at IS NOT NULL", OLD_MEMBER));
    }

    @Test
    void whatAClosedClassHandlesWaitsForItsLeadUnitAlone() throws Exception {
        // Given
        AnAppeal.ofProject();

        // When
        changed(2, false, OLD_MEMBER);
        sweep.run();

        // Then
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER));
        assertEquals(List.of("440703-ZR"), texts("SELECT unit FROM task WHERE done_at IS NULL"));
    }

    @Test
    void appealsOfAClassThatIsReplacedGoOnToTheNextOneWithTheirClocks() throws Exception {
        // Given: signed, and one that is answered already
        AnAppeal appeal = AnAppeal.ofProject();
        AnAppeal answered = AnAppeal.ofProject();
        answered.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        answered.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(60))
                .then()
                .statusCode(201);
        answered.does(AnAppeal.CLASS_LEADER, "replies", AnAppeal.reply()).then().statusCode(201);
        String clocks = clocks(appeal);

        // When: of the old one nothing is said
        String next = UUID.randomUUID().toString();
        classes.remember(Known.PROJECT, 2, new EventData(said(true, NEW_MEMBER).put("classId", next)));
        sweep.run();
        sweep.run();

        // Then
        appeal.read().then().body("state", equalTo("DISPATCHED")).body("handler.classId", equalTo(next));
        assertEquals(clocks, clocks(appeal));
        assertEquals(
                List.of("1 STOPPED", "2 RUNNING"),
                texts("SELECT assignment || ' ' || state FROM deadline_clock WHERE type = 'SIGN' AND appeal_id = '"
                        + appeal.id + "' ORDER BY assignment"));
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER));
        assertEquals(List.of("appeal-to-sign"), open(NEWCOMER));
        answered.read().then().body("handler.classId", equalTo(Known.CLASS.toString()));
        assertEquals(
                List.of("1 t", "2 f"),
                texts("SELECT seq || ' ' || left((ended_at IS NOT NULL)::text, 1) FROM assignment WHERE appeal_id = '"
                        + appeal.id + "' ORDER BY seq"));
        // and a bad rating finds the class of today
        answered.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        answered.read().then().body("round", equalTo(2)).body("handler.classId", equalTo(next));
    }

    @Test
    void theBadRatingIsOfTheUnitThatHasAnswered() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.ofProject();
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.CLASS_LEADER, "replies", AnAppeal.reply()).then().statusCode(201);
        Known.rule("440703101", "A04", "440703101");
        changed(2, false, OLD_MEMBER);
        sweep.run();

        // When
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        appeal.read().then().body("round", equalTo(2)).body("handler.accountableUnit", equalTo("440703101"));
        List<String> rated = texts("SELECT data FROM event_log WHERE type = 'appeal.rated.v1'");
        rated.forEach(event -> EventSchemas.assertMatches("appeal.rated.v1", event));
        assertEquals(
                List.of("440703-ZR 440703101"),
                texts("SELECT data::jsonb ->> 'ratedUnit' || ' ' || (data::jsonb ->> 'accountableUnit')"
                        + " FROM event_log WHERE type = 'appeal.rated.v1'"));
    }

    @Test
    void appealsOfAClosedClassGoOnToTheDirectorysUnit() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.ofProject();
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        Known.rule("440703101", "A04", "440703101");

        // When
        changed(2, false, OLD_MEMBER);
        sweep.run();

        // Then
        appeal.read()
                .then()
                .body("state", equalTo("IN_PROGRESS"))
                .body("handler.accountableUnit", equalTo("440703101"));
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        assertEquals(
                List.of("DIRECTORY"),
                texts("SELECT named_by FROM assignment WHERE seq = 2 AND appeal_id = '" + appeal.id + "'"));
    }

    /** Those of the enterprise: what a handler owes ends with its turn. */
    private static String clocks(AnAppeal appeal) {
        return texts(
                        "SELECT type || started_at || coalesce(due_at::text, '') || state FROM deadline_clock WHERE appeal_id = '"
                                + appeal.id + "' AND family = 'ENTERPRISE' ORDER BY type")
                .toString();
    }

    @Test
    void manyAppealsFollowInBatchesAndOneThatBreaksHoldsUpNoOther() throws Exception {
        // Given
        List<UUID> ids = IntStream.range(0, 45).mapToObj(i -> stored()).toList();
        StoredAppeal.in("440703101")
                .handledBy(Known.CLASS, "440703-ZR")
                .closed()
                .stored();
        UUID broken = ids.get(23);
        execute("""
                CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.subject = '%s' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$;
                CREATE TRIGGER break_down BEFORE INSERT ON task FOR EACH ROW EXECUTE FUNCTION break_down();
                """.formatted(broken));

        // When
        changed(2, true, NEW_MEMBER);
        sweep.run();

        // Then
        assertEquals(
                44,
                number("SELECT count(DISTINCT subject) FROM task WHERE account = ? AND done_at IS NULL", NEW_MEMBER));
        assertEquals(0, number("SELECT count(*) FROM task WHERE subject = ?", broken));
        assertEquals(0, number("SELECT count(*) FROM class_change"));
    }

    @Test
    void anAppealThatCannotLeaveItsClosedClassIsTriedAgainWhoeverHasTakenTheNotes() throws Exception {
        // Given: a replica of the release before has taken the note, and one appeal breaks
        AnAppeal.ofProject();
        String broken = AnAppeal.ofProject().id;
        AnAppeal.ofProject();
        execute("""
                CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.appeal_id = '%s' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$;
                CREATE TRIGGER break_down BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION break_down();
                """.formatted(broken));
        changed(2, false, OLD_MEMBER);
        execute("DELETE FROM class_change");

        // When
        sweep.run();
        sweep.run();

        // Then
        assertEquals(List.of(broken), texts("SELECT id FROM appeal WHERE class_id IS NOT NULL"));

        // When: it is mended, and another replica comes
        execute("DROP TRIGGER break_down ON assignment");
        new ClassTasksSweep(changes, follow, closed, sweep.period()).run();

        // Then
        assertEquals(0, number("SELECT count(*) FROM appeal WHERE class_id IS NOT NULL"));
        assertEquals(3, number("SELECT count(*) FROM assignment WHERE seq = 2"));
    }

    @Test
    void whatWasBegunIsFinishedWithoutBeginningAgain() throws Exception {
        // Given: whoever followed before has died after the twentieth
        List<UUID> ids = IntStream.range(0, 25).mapToObj(i -> stored()).sorted().toList();
        changed(2, true, NEW_MEMBER);
        UUID twentieth = UUID.fromString(
                texts("SELECT id FROM appeal ORDER BY id OFFSET 19 LIMIT 1").getFirst());
        execute("UPDATE class_change SET settled_up_to = '" + twentieth + "'");

        // When
        sweep.run();

        // Then
        assertEquals(25, ids.size());
        assertEquals(5, number("SELECT count(DISTINCT subject) FROM task"));
    }

    @Test
    void anAppealGivenToAClassThatIsJustChangingWaitsForTheNewPeople() throws Exception {
        try (Connection event = Database.administer();
                Statement statement = event.createStatement()) {
            // Given: the event is being applied
            event.setAutoCommit(false);
            statement.execute("UPDATE known_special_class SET subject_version = 2");
            statement.execute("UPDATE known_class_member SET account = '" + NEW_MEMBER + "'");

            // When
            CompletableFuture<AnAppeal> filing = CompletableFuture.supplyAsync(AnAppeal::ofProject);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> filing.isDone()
                            || number("SELECT count(*) FROM pg_stat_activity WHERE usename = 'appeal_app'"
                                            + " AND wait_event_type = 'Lock'")
                                    == 1);
            event.commit();
            filing.get();
        }

        // Then
        assertEquals(List.of("appeal-to-sign"), open(NEWCOMER));
        assertEquals(List.of(), open(AnAppeal.CLASS_MEMBER));
    }

    private static UUID stored() {
        return StoredAppeal.in("440703101").handledBy(Known.CLASS, "440703-ZR").stored();
    }

    private void changed(long version, boolean open, String member) throws Exception {
        classes.remember(Known.PROJECT, version, new EventData(said(open, member)));
    }

    private static ObjectNode said(boolean open, String member) throws Exception {
        ObjectNode data = (ObjectNode) JSON.readTree(EventSchemas.example("project.special-class-changed.v1"));
        data.put("classId", Known.CLASS.toString()).put("open", open);
        data.put("leader", Persona.named("leader").subject());
        data.put("head", Persona.named("team-captain").subject());
        data.putArray("members")
                .addObject()
                .put("account", member)
                .put("department", "X")
                .put("role", "MEMBER");
        EventSchemas.assertMatches("project.special-class-changed.v1", data.toString());
        return data;
    }

    private static List<String> open(Api api) {
        Response tasks = api.get("/v1/tasks?mine");
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.kind");
    }
}

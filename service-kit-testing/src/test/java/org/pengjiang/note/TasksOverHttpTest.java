package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.note.notes.model.Note;

/** Tasks, addresses and the record of letters as a client meets them. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class TasksOverHttpTest {
    private static final AtomicInteger ROLES = new AtomicInteger();

    private static final Api SUPERVISOR = Api.as(Persona.of("t-supervisor", "440703", "SUPERVISOR"));
    private static final Api ADMIN = Api.as(Persona.of("t-admin", "440703", "ADMIN"));

    @Inject
    EntityManager entities;

    @Inject
    EventLog log;

    /** A note waits for whatever the test says. */
    @ApplicationScoped
    static class NoteTasks implements TaskSource<Note> {
        static final Map<UUID, List<Task>> WAITING = new ConcurrentHashMap<>();

        @Override
        public String subjectType() {
            return "note";
        }

        @Override
        public Set<String> kinds() {
            return Set.of("note-to-read", "note-to-approve");
        }

        @Override
        public String link(Note subject) {
            return "/v1/notes/" + subject.id();
        }

        @Override
        public List<Task> waiting(Note subject) {
            return WAITING.getOrDefault(subject.id(), List.of());
        }
    }

    @Test
    void aTaskIsSeenByWhomItWaitsForAndByNobodyElse() {
        // Given
        String role = role();
        UUID note = note("440703101", read(Assignee.role(role).of("U1").but("drafter")));

        // When, Then
        assertEquals(List.of(note.toString()), subjects(clerk("c1", "440703101", "U1", role)));
        assertEquals(List.of(note.toString()), subjects(clerk("c2", "440703", "U1", role)), "from above");
        assertEquals(List.of(), subjects(clerk("drafter", "440703101", "U1", role)), "excepted");
        assertEquals(List.of(), subjects(clerk("c3", "440703101", "U2", role)), "another unit");
        assertEquals(List.of(), subjects(clerk("c4", "440703101", "U1", "UNIT_HEAD")), "another role");
        assertEquals(List.of(), subjects(clerk("c5", "440703102", "U1", role)), "another town");
        assertEquals(List.of(), subjects(clerk("c6", "440704", "U1", role)), "another district");
        String another = role();
        UUID other = note("440703101", read(Assignee.role(another).butUnit("440703", "U1")));
        assertEquals(List.of(), subjects(clerk("c8", "440703101", "U1", another)), "about the unit");
        assertEquals(List.of(other.toString()), subjects(clerk("c9", "440703101", "U2", another)));
        assertEquals(
                List.of(other.toString()),
                subjects(clerk("c10", "4407", "U1", another)),
                "a unit of the city with the code of one of the district");
        assertEquals(List.of(), subjects(new Persona("c7", List.of(role), Map.of("unit", "U1"))), "no division");
    }

    @Test
    void aRoleWithoutAUnitIsCutToTheDivision() {
        // Given
        String role = role();
        UUID note = note("440703101", read(Assignee.role(role)));

        // When, Then
        assertEquals(List.of(note.toString()), subjects(Persona.of("r1", "440703", role)));
        assertEquals(List.of(note.toString()), subjects(clerk("r2", "440703101", "any", role)));
        assertEquals(List.of(), subjects(Persona.of("r3", "440703102", role)));
        assertEquals(List.of(), subjects(Persona.of("r4", "440704", role)));
    }

    @Test
    void anAccountAndAnEnterpriseSeeTheirOwn() {
        // Given
        String account = "account-" + UUID.randomUUID();
        String uscc = "91440703MA00000077";
        UUID mine = note("440703101", read(Assignee.account(account)));
        UUID ours = note("440703101", read(Assignee.party(uscc)));

        // When, Then
        assertEquals(List.of(mine.toString()), subjects(Persona.of(account, "440704", "TEAM_MEMBER")));
        assertTrue(subjects(enterprise("e1", uscc, "ENTERPRISE")).contains(ours.toString()));
        assertFalse(
                subjects(enterprise("e2", uscc, "UNIT_CLERK")).contains(ours.toString()),
                "the claim alone is not enough");
        assertEquals(List.of(), subjects(enterprise("e3", "91440703MA5ABCDE5X", "ENTERPRISE")));
    }

    @Test
    void whatIsDueFirstComesFirstPageByPageInTheCallersLanguage() {
        // Given
        String role = role();
        Instant now = Instant.now();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wanted.add(note("440703", read(Assignee.role(role)).due(now.plusSeconds(3600L * (i - 1)), i == 3))
                    .toString());
        }
        wanted.add(note("440703", read(Assignee.role(role))).toString());
        wanted.add(note("440703", read(Assignee.role(role))).toString());
        Api api = Api.as(Persona.of("pager", "440703", role));

        // When
        List<String> seen = new ArrayList<>();
        Response page = api.get("/v1/tasks?mine&limit=2");
        Response first = page;
        seen.addAll(page.path("items.subject"));
        while (page.path("next") != null) {
            String link = page.header("Link");
            page = api.get(link.substring(1, link.indexOf('>')));
            assertEquals(200, page.statusCode(), page.asString());
            seen.addAll(page.path("items.subject"));
        }

        // Then
        assertEquals(wanted, seen);
        assertEquals("阅读笔记 N-1", first.path("items[0].title"));
        assertEquals(List.of(true, true), List.of(first.path("items[0].overdue"), first.path("items[1].overdue")));
        assertTrue(first.<String>path("items[0].dueAt").endsWith("+08:00"), first.asString());
        assertEquals("/v1/notes/" + wanted.getFirst(), first.path("items[0].link"));
        Response english = api.request().header("Accept-Language", "en").get("/v1/tasks?mine=true&kind=note-to-read");
        assertEquals("Read note N-1", english.path("items[0].title"));
        assertEquals(List.of(false, false, false, true, false, false, false), english.path("items.provisional"));
        assertTrue(english.header("Vary").contains("Accept-Language"), english.header("Vary"));
    }

    @Test
    void othersTasksAreForThoseWhoOverseeAndByUnit() {
        // Given
        String role = role();
        String unit = "UNIT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        UUID note = note("440703101", read(Assignee.role(role).of(unit)));

        // When
        Response district = SUPERVISOR.get("/v1/tasks?unit=" + unit);
        Response elsewhere = Api.as(Persona.of("s4", "440704", "AUDITOR")).get("/v1/tasks?unit=" + unit);
        Response otherTown = Api.as(Persona.of("s5", "440703102", "LEADER")).get("/v1/tasks?unit=" + unit);

        // Then
        assertEquals(List.of(note.toString()), district.path("items.subject"));
        assertEquals(List.of(role), district.path("items[0].waitsFor.roles"));
        assertEquals(unit, district.path("items[0].waitsFor.unit"));
        assertEquals(List.of(), elsewhere.path("items"));
        assertEquals(List.of(), otherTown.path("items"));
        assertProblem(Api.as(Persona.of("s6", "440703", "UNIT_CLERK")).get("/v1/tasks?unit=" + unit), "FORBIDDEN");
        assertProblem(Api.as(Persona.of("s7", "440703", "UNIT_CLERK")).get("/v1/tasks"), "FORBIDDEN");
        assertProblem(Api.anonymous().get("/v1/tasks?mine"), "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({
        "mine=perhaps, PARAMETER_INVALID, query:mine",
        "mine=true&mine=false, PARAMETER_INVALID, query:mine",
        "mine=&mine=, PARAMETER_INVALID, query:mine",
        "mine&mine=true, PARAMETER_INVALID, query:mine",
        "mine&unit=, PARAMETER_INVALID, query:unit",
        "mine&kind, PARAMETER_INVALID, query:kind",
        "mine=&mine=&unit=, PARAMETER_INVALID, query:mine query:unit",
        "mine=perhaps&kind=&whose&limit=0, PARAMETER_INVALID, query:kind query:limit query:mine query:whose",
        "mine&limit=0, PARAMETER_INVALID, query:limit",
        "mine&limit=x, PARAMETER_INVALID, query:limit",
        "mine&kind=%00, PARAMETER_INVALID, query:kind",
        "mine&cursor=x, CURSOR_INVALID, query:cursor",
        "mine&whose=me, PARAMETER_UNKNOWN, query:whose",
    })
    void badParametersAreNamed(String query, String code, String pointers) {
        Response answer = SUPERVISOR.get("/v1/tasks?" + query);

        assertProblem(answer, code);
        assertEquals(List.of(pointers.split(" ")), answer.path("errors.pointer"), answer.asString());
    }

    @Test
    void aNameThatStandsThereTwiceWithoutAValueIsNamedToo() throws Exception {
        // Given: as it goes over the wire, since the usual client sends such a name once
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/tasks?mine&mine&limit=1&limit=2&unit"))
                .header(
                        "Authorization",
                        "Bearer " + Persona.of("twice", "440703", "AUDITOR").token())
                .build();

        // When
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        // Then
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(
                List.of("query:limit", "query:mine", "query:unit"),
                JsonPath.from(answer.body()).getList("errors.pointer"));
    }

    @Test
    void aCursorOfOnePersonsListIsNoneOfAnothers() {
        // Given
        String role = role();
        note("440703", read(Assignee.role(role)));
        note("440703", read(Assignee.role(role)));
        String cursor = Api.as(Persona.of("own", "440703", role))
                .get("/v1/tasks?mine&limit=1")
                .path("next");

        // When
        Response other = Api.as(Persona.of("other", "440703", role)).get("/v1/tasks?mine&limit=1&cursor=" + cursor);

        // Then
        assertProblem(other, "CURSOR_INVALID");
    }

    @Test
    void aPersonSaysWhereHisLettersGo() {
        // Given
        Persona persona = Persona.of("addressed-" + UUID.randomUUID(), "440703", "UNIT_CLERK");
        Api me = Api.as(persona);
        assertProblem(me.get("/v1/me/notice-address"), "NOT_FOUND");

        // When
        Response set = setAddress(me, Map.of("email", "me@example.com", "language", "en"));

        // Then
        assertEquals(200, set.statusCode(), set.asString());
        Response read = me.get("/v1/me/notice-address");
        assertEquals("me@example.com", read.path("email"));
        assertEquals("en", read.path("language"));
        assertEquals("ACCOUNT", read.path("recipientKind"));
        assertEquals(204, me.delete("/v1/me/notice-address", "\"0\"").statusCode());
        assertProblem(me.get("/v1/me/notice-address"), "NOT_FOUND");
        assertProblem(me.delete("/v1/me/notice-address", "\"1\""), "NOT_FOUND");
        assertEquals(200, setAddress(me, Map.of("email", "new@example.com")).statusCode());
        assertEquals("zh-CN", me.get("/v1/me/notice-address").path("language"));
        assertEquals(
                true,
                Api.as(Persona.of("t-auditor", "440703", "AUDITOR"))
                        .get("/v1/admin/audit/verify?limit=10000")
                        .path("intact"));
    }

    @Test
    void theVersionOfAnAddressIsComparedWhereItIsSent() {
        // Given
        Api me = Api.as(Persona.of("versioned-" + UUID.randomUUID(), "440703", "UNIT_CLERK"));
        String path = "/v1/me/notice-address";
        Map<String, String> first = Map.of("email", "first@example.com");
        Map<String, String> second = Map.of("email", "second@example.com");

        // When
        Response ofNothing = me.put(path, first, "\"0\"");
        Response set = setAddress(me, first);
        Response stale = me.put(path, second, "\"77\"");
        Response unreadable = me.put(path, second, "nonsense");
        Response withdrawnStale = me.delete(path, "\"77\"");
        Response changed = me.put(path, second, set.header("ETag"));

        // Then
        assertProblem(ofNothing, "VERSION_STALE");
        assertProblem(stale, "VERSION_STALE");
        assertProblem(unreadable, "HEADER_INVALID");
        assertProblem(withdrawnStale, "VERSION_STALE");
        assertEquals(200, changed.statusCode(), changed.asString());
        assertEquals("second@example.com", me.get(path).path("email"));
    }

    private static Response setAddress(Api api, Map<String, String> address) {
        return put(api, "/v1/me/notice-address", address);
    }

    private static Response put(Api api, String path, Map<String, String> body) {
        return api.request().contentType("application/json").body(body).put(path);
    }

    @Test
    void thePeopleOfAnEnterpriseShareItsAddressAndNeedNoDivision() {
        // Given
        String uscc = "91440703MA00000077";
        Api one = Api.as(new Persona("e-one", List.of("ENTERPRISE"), Map.of("enterprise", uscc)));
        Api two = Api.as(enterprise("e-two", uscc, "ENTERPRISE"));

        // When
        Response set = setAddress(one, Map.of("email", "firm@example.com"));

        // Then
        assertEquals(200, set.statusCode(), set.asString());
        assertEquals("firm@example.com", two.get("/v1/me/notice-address").path("email"));
    }

    /** An enterprise has one address, and any of its people may set it: nobody does so unseen. */
    @Test
    void whoRedirectsTheLettersOfAnEnterpriseIsOnRecordAndItsOtherPeopleSeeWhereTheyGo() {
        // Given
        String uscc = "91440703MA00000088";
        Api one = Api.as(enterprise("e-first", uscc, "ENTERPRISE"));
        Api two = Api.as(enterprise("e-second", uscc, "ENTERPRISE"));
        setAddress(one, Map.of("email", "firm@example.com"));

        // When
        setAddress(two, Map.of("email", "elsewhere@example.com"));

        // Then
        assertEquals("elsewhere@example.com", one.get("/v1/me/notice-address").path("email"));
        Api auditor = Api.as(Persona.of("address-auditor", "44", "AUDITOR"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Response changes = auditor.get("/v1/changes?types=notice-address.changed.v1&limit=200");
            assertEquals(
                    List.of("e-first", "e-second"),
                    changes.path("items.findAll { it.data.recipient == '" + uscc + "' }.actor"));
            assertFalse(changes.asString().contains("@example.com"), "the address itself is not told");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@example.com",
                "a@b",
                "a b@example.com",
                "a@example.com, b@example.com",
                "Name <a@example.com>",
                "a@example.com\\r\\nBcc: b@example.com",
                "甲@example.com",
                "a..b@example.com",
                "a@-example.com"
            })
    void whatIsNoMailAddressIsRefused(String email) {
        Response answer = ADMIN.request()
                .contentType("application/json")
                .body("{\"email\": \"" + email + "\"}")
                .put("/v1/me/notice-address");

        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals(List.of("/email"), answer.path("errors.pointer"), answer.asString());
    }

    @Test
    void anAdministratorSetsTheMailboxesOfHisDivisionAndSeesThemMasked() {
        // Given
        String unit = "BOX-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String path = "/v1/admin/notice-addresses/units/" + unit;

        // When
        Response set = put(ADMIN, path, Map.of("email", "unit@example.com"));

        // Then
        assertEquals(200, set.statusCode(), set.asString());
        assertEquals("u***@example.com", ADMIN.get(path).path("email"));
        assertProblem(Api.as(Persona.of("t-admin-4", "440704", "ADMIN")).get(path), "NOT_FOUND");
        assertProblem(
                Api.as(Persona.of("t-clerk", "440703", "UNIT_HEAD"))
                        .put(path, Map.of("email", "x@example.com"), "\"0\""),
                "FORBIDDEN");
        assertProblem(
                Api.as(new Persona("t-admin-0", List.of("ADMIN"), Map.of()))
                        .put(path, Map.of("email", "x@example.com"), "\"0\""),
                "FORBIDDEN");
        assertEquals(204, ADMIN.delete(path, "\"0\"").statusCode());
        assertProblem(ADMIN.get(path), "NOT_FOUND");
        assertEquals(
                200,
                put(ADMIN, "/v1/admin/notice-addresses/roles/DISPATCHER", Map.of("email", "box@example.com"))
                        .statusCode());
        assertEquals(400, ADMIN.get("/v1/admin/notice-addresses/roles/no-role").statusCode());
    }

    @Test
    void theRecordOfLettersSaysWhatBecameOfEach() {
        // Given
        String account = "recorded-" + UUID.randomUUID();
        UUID note = note("440703101", read(Assignee.account(account)).urgent(true));

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ADMIN.get("/v1/admin/notices?state=SKIPPED&subject=" + note)
                                .<List<?>>path("items")
                                .size()
                        == 1);
        Response logged = ADMIN.get("/v1/admin/notices?state=SKIPPED&recipient=" + account);

        // Then
        assertEquals(List.of("LOG"), logged.path("items.channel"));
        assertEquals(List.of("ASSIGNED"), logged.path("items.reason"));
        assertEquals(List.of("阅读笔记 N-1"), logged.path("items.title"));
        assertEquals(
                List.of(),
                ADMIN.get("/v1/admin/notices?state=SENT&recipient=" + account).path("items"));
        assertEquals(
                List.of(),
                Api.as(Persona.of("t-aud-4", "440704", "AUDITOR"))
                        .get("/v1/admin/notices?recipient=" + account)
                        .path("items"));
        assertProblem(SUPERVISOR.get("/v1/admin/notices"), "FORBIDDEN");
        assertProblem(ADMIN.get("/v1/admin/notices?state=LOST"), "PARAMETER_INVALID");
        assertEquals(
                1, ADMIN.get("/v1/admin/notices?limit=1").<List<?>>path("items").size());
    }

    /** One that no other test uses; permissions.properties knows six. */
    private static String role() {
        return "TASKS_" + ROLES.incrementAndGet();
    }

    private static Task read(Assignee assignee) {
        return Task.of("note-to-read", "", assignee, "N-1");
    }

    private static Persona clerk(String account, String division, String unit, String role) {
        return Persona.of(account, division, role).with("unit", unit);
    }

    private static Persona enterprise(String account, String uscc, String role) {
        return Persona.of(account, "440703", role).with("enterprise", uscc);
    }

    private static List<String> subjects(Persona persona) {
        Response answer = Api.as(persona).get("/v1/tasks?mine");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.path("items.subject");
    }

    private UUID note(String division, Task... tasks) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID id = UUID.randomUUID();
            NoteTasks.WAITING.put(id, List.of(tasks));
            Note note = new Note(id, DivisionCode.parse(division), "task " + id, 1);
            log.append(note, new LogOverHttpTest.Written("waits"));
            entities.persist(note);
            return id;
        });
    }
}

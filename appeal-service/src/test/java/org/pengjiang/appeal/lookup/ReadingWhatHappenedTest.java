package org.pengjiang.appeal.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** The lists, the history and the feed of an appeal that went through the service's own doors. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ReadingWhatHappenedTest {
    private static final Api SUPERVISOR = Api.as("supervisor");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.specialClass();
    }

    @Test
    void theEnterpriseReadsOnlyWhatConcernsItAndNotWhoActed() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        note(appeal, "PUBLIC", "您好，明天上门（虚构）。");
        note(appeal, "INTERNAL", "内部备注（虚构）。");

        // When
        Response staff = SUPERVISOR.get(appeal.path() + "/timeline");
        Response party = AnAppeal.ENTERPRISE.get(appeal.path() + "/timeline");

        // Then
        staff.then().log().ifValidationFails().statusCode(200);
        party.then().log().ifValidationFails().statusCode(200);
        List<String> seenByStaff = staff.path("items.type");
        List<String> seenByParty = party.path("items.type");
        assertEquals("appeal.submitted.v1", seenByParty.getFirst());
        assertTrue(seenByStaff.containsAll(seenByParty), seenByParty + " " + seenByStaff);
        assertEquals(1, count(party, "appeal.message-written.v1"), party.asString());
        assertEquals(2, count(staff, "appeal.message-written.v1"), staff.asString());
        assertNotNull(staff.path("items[0].actor"));
        assertNull(party.path("items[0].actor"));
        assertNull(party.path("items[0].actorRole"));
        for (Response answer : List.of(staff, party)) {
            assertFalse(answer.asString().contains("13812341234"), answer.asString());
            assertFalse(answer.asString().contains("虚构"), answer.asString());
        }
    }

    @Test
    void theHistoryOfWhatOneMayNotSeeDoesNotExist() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        String path = appeal.path() + "/timeline";

        // Then
        assertEquals(404, AnAppeal.OTHER_ENTERPRISE.get(path).statusCode());
        assertEquals(404, AnAppeal.OTHER_CLERK.get(path).statusCode());
        assertEquals(404, Api.as("other-district-clerk").get(path).statusCode());
        assertEquals(403, Api.as("statistics-verifier").get(path).statusCode());
        assertEquals(404, Api.as("city-platform").get(path).statusCode());
        Response first = SUPERVISOR.get(path + "?limit=1");
        SUPERVISOR.get(path + "?limit=1&cursor=" + first.path("next")).then().statusCode(200);
        AnAppeal.ENTERPRISE
                .get(path + "?limit=1&cursor=" + first.path("next"))
                .then()
                .statusCode(400);
    }

    @Test
    void listsFollowTheAppealAndMaskItsContact() {
        // Given
        AnAppeal appeal = AnAppeal.ofProject();
        AnAppeal atTown = AnAppeal.atTown();

        // Then
        Response list = SUPERVISOR.get("/v1/appeals");
        list.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.id", equalTo(List.of(atTown.id, appeal.id)))
                .body("items[1].handlerKind", equalTo("SPECIAL_CLASS"))
                .body("items[1].projectId", equalTo(Known.PROJECT.toString()))
                .body("items[0].contact.name", equalTo("范**"));
        assertFalse(list.asString().contains("13812341234"), list.asString());
        assertEquals(List.of(appeal.id), ids(AnAppeal.CLASS_MEMBER.get("/v1/inbox")));
        assertEquals(List.of(appeal.id), ids(AnAppeal.CLASS_HEAD.get("/v1/inbox")));
        assertEquals(List.of(appeal.id), ids(AnAppeal.DEPARTMENT_CLERK.get("/v1/inbox")));
        assertEquals(List.of(atTown.id), ids(AnAppeal.CLERK.get("/v1/inbox")));
        assertEquals(2, ids(SUPERVISOR.get("/v1/appeals?q=%E5%81%9C%E6%B0%B4")).size());
        assertEquals(List.of(), ids(SUPERVISOR.get("/v1/appeals?q=13812341234")));
        assertEquals(List.of(), ids(SUPERVISOR.get("/v1/appeals?q=%E8%8C%83%E4%BE%8B%E7%94%B2")));
    }

    @Test
    void anEnterpriseIsToldItsOwnPromisesAndTheOfficesTheirsToo() {
        // Given
        Map<String, Object> urgent = AnAppeal.filing("projectId", Known.PROJECT);
        urgent.put("urgency", "URGENT");

        // When
        AnAppeal appeal = AnAppeal.filed(urgent);

        // Then
        assertEquals(
                appeal.read().<String>path("clocks.find { it.clock == 'SIGN' }.dueAt"),
                SUPERVISOR.get("/v1/appeals").path("items[0].nextDueAt"));
        assertEquals(
                appeal.read().<String>path("clocks.find { it.clock == 'CONTACT' }.dueAt"),
                AnAppeal.ENTERPRISE.get("/v1/appeals").path("items[0].nextDueAt"));
    }

    @Test
    void theFeedShowsTheAppealAsItStandsNowToThoseWhoMaySeeIt() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When
        Response staff = changes(SUPERVISOR, appeal);
        Response party = changes(AnAppeal.ENTERPRISE, appeal);

        // Then
        staff.then().body("items[0].subjectNow.state", equalTo("DISPATCHED"));
        party.then()
                .body("items[0].subjectNow.id", equalTo(appeal.id))
                .body("items[0].subjectNow.contact.name", equalTo("范**"));
        assertEquals(
                List.of(),
                AnAppeal.OTHER_ENTERPRISE.get("/v1/changes?expand=subject").path("items"));
    }

    private static Response changes(Api api, AnAppeal appeal) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/v1/changes?types=appeal.dispatched.v1&expand=subject")
                        .<List<String>>path("items.subject")
                        .contains(appeal.id));
        return api.get("/v1/changes?types=appeal.dispatched.v1&expand=subject");
    }

    private static void note(AnAppeal appeal, String visibility, String text) {
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("visibility", visibility, "body", text))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
    }

    private static long count(Response page, String type) {
        return page.<List<String>>path("items.type").stream()
                .filter(type::equals)
                .count();
    }

    private static List<String> ids(Response page) {
        page.then().log().ifValidationFails().statusCode(200);
        return page.path("items.id");
    }
}

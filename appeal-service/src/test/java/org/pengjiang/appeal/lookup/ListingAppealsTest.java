package org.pengjiang.appeal.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Who sees which appeals, how they are found, and in which order one's own wait. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ListingAppealsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Api DISPATCHER = Api.as("dispatcher");
    private static final Api CLERK = Api.as("unit-clerk");
    private static final Api ENTERPRISE = Api.as("enterprise");
    private static final String TOWN = "440703101";
    private static final String OTHER_TOWN = "440703102";

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void oneSeesTheOwnDivisionAndWhatLiesBelow() {
        // Given
        UUID town = StoredAppeal.in(TOWN).stored();
        UUID otherTown = StoredAppeal.in(OTHER_TOWN).stored();
        UUID district = StoredAppeal.in("440703").stored();
        UUID otherDistrict = StoredAppeal.in("440704").stored();

        // Then
        assertEquals(List.of(district, otherTown, town), ids(SUPERVISOR.get("/v1/appeals")));
        assertEquals(List.of(town), ids(CLERK.get("/v1/appeals")));
        assertEquals(List.of(otherDistrict), ids(Api.as("other-district-clerk").get("/v1/appeals")));
        assertEquals(
                List.of(otherDistrict, district, otherTown, town),
                ids(Api.as(Persona.of("of-the-city", "4407", "SUPERVISOR")).get("/v1/appeals")));
        assertEquals(List.of(), ids(Api.as("city-platform").get("/v1/appeals")));
        assertEquals(List.of(town), ids(SUPERVISOR.get("/v1/appeals?division=" + TOWN)));
        assertEquals(List.of(), ids(CLERK.get("/v1/appeals?division=" + OTHER_TOWN)));
        assertEquals(List.of(town), ids(CLERK.get("/v1/appeals?division=440703")));
        assertEquals(
                List.of(), ids(Api.as(Persona.of("nowhere", "", "SUPERVISOR")).get("/v1/appeals")));
    }

    @Test
    void theListIsHandedOutAsATableToWhomItIsShown() {
        // Given
        StoredAppeal.in(TOWN)
                .with("title", "=HYPERLINK(\"http://example.invalid\")")
                .stored();
        StoredAppeal.in(OTHER_TOWN).stored();
        StoredAppeal.in("440704").stored();

        // When
        Response district = SUPERVISOR.get("/v1/appeals/table");

        // Then
        district.then().statusCode(200).header("Content-Disposition", equalTo("attachment; filename=\"appeals.csv\""));
        assertEquals(3, district.asString().lines().count());
        assertTrue(
                district.asString().contains(",\"'=HYPERLINK(\"\"http://example.invalid\"\")\","), district.asString());
        assertEquals(2, CLERK.get("/v1/appeals/table").asString().lines().count());
        assertEquals(
                2,
                SUPERVISOR
                        .get("/v1/appeals/table?division=" + TOWN)
                        .asString()
                        .lines()
                        .count());
        assertEquals(
                403,
                ENTERPRISE
                        .get("/v1/appeals/table?enterprise=" + StoredAppeal.ENTERPRISE_2)
                        .statusCode());
        ENTERPRISE.get("/v1/appeals/table?format=xlsx").then().statusCode(200);
    }

    @Test
    void anEnterpriseSeesItsOwnWhereverItLiesAndNoOther() {
        // Given
        UUID mine = StoredAppeal.in(TOWN).stored();
        UUID mineElsewhere = StoredAppeal.in("440704").stored();
        StoredAppeal.in(TOWN).of(StoredAppeal.ENTERPRISE_2).stored();
        UUID project = UUID.randomUUID();
        StoredAppeal.in(TOWN)
                .of(StoredAppeal.ENTERPRISE_2)
                .with("project_id", project)
                .stored();

        // Then
        assertEquals(List.of(mineElsewhere, mine), ids(ENTERPRISE.get("/v1/appeals")));
        assertEquals(List.of(), ids(ENTERPRISE.get("/v1/appeals?project=" + project)));
        assertEquals(List.of(mine), ids(ENTERPRISE.get("/v1/appeals?division=440703")));
        ENTERPRISE
                .get("/v1/appeals?enterprise=" + StoredAppeal.ENTERPRISE_2)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        assertEquals(
                List.of(),
                ids(Api.as(Persona.of("no-code", "440703", "ENTERPRISE")).get("/v1/appeals")));
        assertEquals(
                List.of(),
                ids(Api.as(Persona.of("both", "440703", "ENTERPRISE", "SUPERVISOR"))
                        .get("/v1/appeals")));
    }

    @Test
    void amongASpecialClassOneSeesWhatItHandlesElsewhere() {
        // Given
        UUID project = Neighbours.project(OTHER_TOWN, StoredAppeal.ENTERPRISE);
        UUID mine =
                Neighbours.openClass(project, OTHER_TOWN, OTHER_TOWN, "leader", "head", List.of(account("unit-clerk")));
        UUID own = StoredAppeal.in(TOWN).stored();
        UUID handled = StoredAppeal.in(OTHER_TOWN).handledBy(mine, OTHER_TOWN).stored();
        StoredAppeal.in(OTHER_TOWN).stored();
        UUID both = StoredAppeal.in(TOWN).handledBy(mine, OTHER_TOWN).stored();

        // When
        Response first = CLERK.get("/v1/appeals?limit=2");
        Response rest = CLERK.get("/v1/appeals?limit=2&cursor=" + first.path("next"));

        // Then
        assertEquals(List.of(both, handled), ids(first));
        assertEquals(List.of(own), ids(rest));
        assertEquals(List.of(handled, both), ids(CLERK.get("/v1/inbox")));
    }

    @Test
    void everyFilterNarrows() {
        // Given
        UUID project = UUID.randomUUID();
        UUID plain = StoredAppeal.in(TOWN).stored();
        UUID urgent = StoredAppeal.in(TOWN).with("time_class", "P1").stored();
        UUID labour = StoredAppeal.in(TOWN).with("category", "B01").stored();
        UUID broken = StoredAppeal.in(TOWN).with("breached", true).stored();
        UUID done = StoredAppeal.in(TOWN).dispatchedTo("440703101").closed().stored();
        UUID ofProject = StoredAppeal.in(TOWN).with("project_id", project).stored();
        UUID ofOther = StoredAppeal.in(TOWN).of(StoredAppeal.ENTERPRISE_2).stored();
        UUID atUnit = StoredAppeal.in(TOWN).dispatchedTo("440703-ZR").stored();

        // Then
        assertEquals(List.of(urgent), found("timeClass=P1"));
        assertEquals(List.of(labour), found("category=B01"));
        assertEquals(List.of(broken), found("breached=true"));
        assertEquals(List.of(done), found("open=false"));
        assertEquals(List.of(done), found("state=CLOSED"));
        assertEquals(List.of(ofProject), found("project=" + project));
        assertEquals(List.of(ofOther), found("enterprise=" + StoredAppeal.ENTERPRISE_2));
        assertEquals(List.of(atUnit), found("unit=440703-ZR"));
        assertEquals(List.of(), found("unit=440703-ZR&state=CLOSED"));
        assertEquals(List.of(atUnit, ofOther, ofProject, broken, labour, urgent, plain), found("open=true"));
    }

    @Test
    void chineseTextIsFoundByPairsOfCharactersInTheirOrder() {
        // Given
        UUID power = StoredAppeal.in(TOWN).saying("厂区频繁停电，请协调增容").stored();
        UUID swapped = StoredAppeal.in(TOWN).saying("电停了又来").stored();
        UUID sign = StoredAppeal.in(TOWN).saying("优惠50%_未兑现 ABC").stored();

        // Then
        assertEquals(List.of(power), search("停电"));
        assertEquals(List.of(power), search("频繁停电"));
        assertEquals(List.of(swapped), search("电停"));
        assertEquals(List.of(sign), search("50%_"));
        assertEquals(List.of(), search("5%未"));
        assertEquals(List.of(sign), search(" abc "));
        assertEquals(3, search("A-440703-2026").size());
        assertEquals(List.of(), search("停水"));
        SUPERVISOR
                .get("/v1/appeals?q=" + encoded("电"))
                .then()
                .statusCode(400)
                .body("code", equalTo("SEARCH_TOO_SHORT"));
    }

    @Test
    void whatBreachesNextStandsFirstInTheInbox() {
        // Given
        UUID late = StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .due("2026-09-25T09:30:00Z")
                .stored();
        UUID soon = StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .due("2026-09-20T01:00:00Z")
                .stored();
        UUID sameMoment = StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .due("2026-09-20T01:00:00Z")
                .stored();
        UUID missed = StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .due("2026-09-10T01:00:00.000001Z")
                .stored();
        UUID nothingDue = StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .with("state", "REPLIED")
                .stored();
        StoredAppeal.in(TOWN)
                .dispatchedTo(TOWN)
                .closed()
                .due("2026-09-01T01:00:00Z")
                .stored();
        StoredAppeal.in(TOWN)
                .dispatchedTo("440703-ZR")
                .due("2026-09-01T01:00:00Z")
                .stored();
        StoredAppeal.in(OTHER_TOWN)
                .dispatchedTo(TOWN)
                .due("2026-09-01T01:00:00Z")
                .stored();
        StoredAppeal.in(TOWN).stored();

        // When
        List<UUID> walked = new ArrayList<>();
        Response page = CLERK.get("/v1/inbox?limit=1");
        walked.addAll(ids(page));
        while (page.path("next") != null) {
            page = CLERK.get("/v1/inbox?limit=1&cursor=" + page.path("next"));
            walked.addAll(ids(page));
        }

        // Then
        assertEquals(List.of(missed, soon, sameMoment, late, nothingDue), walked);
    }

    @Test
    void eachFindsInTheInboxWhatWaitsForHim() {
        // Given
        UUID waiting = StoredAppeal.in(TOWN).due("2026-09-20T01:00:00Z").stored();
        UUID accepted = StoredAppeal.in(OTHER_TOWN)
                .with("state", "PENDING_DISPATCH")
                .due("2026-09-19T01:00:00Z")
                .stored();
        UUID done = StoredAppeal.in(TOWN).dispatchedTo(TOWN).closed().stored();
        UUID others = StoredAppeal.in(TOWN)
                .of(StoredAppeal.ENTERPRISE_2)
                .dispatchedTo("440703-ZR")
                .stored();

        // Then
        assertEquals(List.of(accepted, waiting), ids(DISPATCHER.get("/v1/inbox")));
        assertEquals(403, ENTERPRISE.get("/v1/inbox").statusCode());
        assertEquals(List.of(others), ids(Api.as("department-clerk").get("/v1/inbox")));
        assertEquals(List.of(), ids(Api.as("leader").get("/v1/inbox")));
        assertEquals(
                List.of(),
                ids(Api.as(Persona.of("no-unit", "440703", "UNIT_CLERK")).get("/v1/inbox")));
        assertEquals(403, SUPERVISOR.get("/v1/inbox").statusCode());
        assertNotNull(done);
    }

    @Test
    void aLineSaysWhereTheAppealStandsAndNotWhatMayBeDone() {
        // Given
        StoredAppeal.in(TOWN).dispatchedTo(TOWN).due("2026-09-20T01:00:00Z").stored();

        // Then
        Response list = SUPERVISOR.get("/v1/appeals");
        list.then()
                .statusCode(200)
                .body("items[0].state", equalTo("DISPATCHED"))
                .body("items[0].accountableUnit", equalTo(TOWN))
                .body("items[0].enterprise", equalTo(StoredAppeal.ENTERPRISE));
        assertTrue(list.<String>path("items[0].nextDueAt").startsWith("2026-09-20T"), list.asString());
        assertNull(list.path("items[0].allowedCommands"));
        assertNull(list.path("next"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOST, PARAMETER_INVALID",
        "open=maybe, PARAMETER_INVALID",
        "breached=1, PARAMETER_INVALID",
        "category=4A, PARAMETER_INVALID",
        "timeClass=P9, PARAMETER_INVALID",
        "unit=a;b, PARAMETER_INVALID",
        "project=7, PARAMETER_INVALID",
        "enterprise=91, PARAMETER_INVALID",
        "division=x, PARAMETER_INVALID",
        "limit=0, PARAMETER_INVALID",
        "cursor=x, CURSOR_INVALID",
        "updatedAfter=2026-09-18T00:00:00Z, PARAMETER_UNKNOWN",
        "phone=138, PARAMETER_UNKNOWN"
    })
    void aListThatCannotBeReadSaysWhy(String query, String code) {
        Response answer = SUPERVISOR.get("/v1/appeals?" + query.replace(";", "%3B"));

        answer.then().statusCode(400);
        assertTrue(answer.asString().contains(code), answer.asString());
    }

    @Test
    void aDivisionThatIsNoneIsNoServerError() {
        SUPERVISOR
                .get("/v1/appeals?division=440")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("query:division")));
        SUPERVISOR.get("/v1/appeals?division=99").then().statusCode(200);
    }

    @Test
    void aCursorGoesOnWithItsOwnListAlone() {
        // Given
        StoredAppeal.in(TOWN).dispatchedTo(TOWN).stored();
        StoredAppeal.in(TOWN).dispatchedTo(TOWN).stored();
        Response first = SUPERVISOR.get("/v1/appeals?limit=1");

        // Then
        String cursor = first.path("next");
        SUPERVISOR.get("/v1/appeals?limit=1&cursor=" + cursor).then().statusCode(200);
        for (String other : List.of("/v1/appeals?open=true&cursor=", "/v1/appeals?q=xx&cursor=")) {
            SUPERVISOR.get(other + cursor).then().statusCode(400).body("errors.code", hasItem("CURSOR_INVALID"));
        }
        CLERK.get("/v1/appeals?cursor=" + cursor).then().statusCode(400);
        CLERK.get("/v1/inbox?cursor=" + cursor).then().statusCode(400);
        ENTERPRISE.get("/v1/appeals?cursor=" + cursor).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/appeals", "/v1/inbox"})
    void onlyKnownCallersAreAnswered(String path) {
        assertEquals(401, Api.anonymous().get(path).statusCode());
        assertEquals(403, Api.as("statistics-verifier").get(path).statusCode());
    }

    private static List<UUID> found(String filter) {
        return ids(SUPERVISOR.get("/v1/appeals?" + filter));
    }

    private static List<UUID> search(String q) {
        return found("q=" + encoded(q));
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String account(String persona) {
        return Api.as(persona).get("/v1/me").path("subject");
    }

    private static List<UUID> ids(Response page) {
        page.then().log().ifValidationFails().statusCode(200);
        return page.<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}

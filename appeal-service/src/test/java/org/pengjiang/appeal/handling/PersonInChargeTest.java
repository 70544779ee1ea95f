package org.pengjiang.appeal.handling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** A head names who works on an appeal, and who stands in for them. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PersonInChargeTest {
    private static final String ME = Persona.named("unit-clerk").subject();
    private static final String COLLEAGUE = "a-colleague";
    private static final Api COLLEAGUES = clerk(COLLEAGUE);
    private static final Api THIRD = clerk("a-third-clerk");

    @Inject
    FollowSubstitutes substitutes;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void whoIsNamedGetsTheTasksAndTheUnitKeepsItsInbox() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        assertEquals(List.of("appeal-to-sign"), tasks(THIRD));
        AnAppeal.HEAD.get(appeal.path()).then().body("allowedCommands", hasItem("assignPerson"));
        AnAppeal.CLERK.get(appeal.path()).then().body("allowedCommands", not(hasItem("assignPerson")));

        // When
        Response named = appeal.does(AnAppeal.HEAD, "person", Map.of("account", ME));

        // Then
        named.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("person.account", equalTo(ME))
                .body("person.substitute", nullValue())
                .body("state", equalTo("DISPATCHED"));
        assertEquals(List.of("appeal-to-sign"), tasks(AnAppeal.CLERK));
        assertEquals(List.of("appeal-to-sign"), tasks(AnAppeal.HEAD));
        assertEquals(List.of(), tasks(THIRD));
        THIRD.get("/v1/inbox").then().body("items.id", contains(appeal.id));
        AnAppeal.CLERK.get("/v1/appeals?assignee=me").then().body("items.id", contains(appeal.id));
        THIRD.get("/v1/appeals?assignee=me").then().statusCode(200).body("items", hasSize(0));
        THIRD.get("/v1/appeals?assignee=" + ME).then().body("items.id", contains(appeal.id));
        AnAppeal.DEPARTMENT_CLERK.get("/v1/appeals?assignee=" + ME).then().body("items", hasSize(0));
        AnAppeal.ENTERPRISE
                .get("/v1/appeals?assignee=me")
                .then()
                .statusCode(403)
                .body("errors.pointer", contains("query:assignee"));
        AnAppeal.ENTERPRISE.get(appeal.path()).then().body("person", nullValue());
        AnAppeal.DEPARTMENT_CLERK.get(appeal.path()).then().statusCode(200).body("person", nullValue());
        // others of the unit may still act
        appeal.does(THIRD, "sign", null).then().statusCode(200);

        appeal.does(AnAppeal.HEAD, "person", Map.of()).then().statusCode(200).body("person", nullValue());
        assertEquals(List.of("enterprise-to-contact"), tasks(THIRD));
    }

    @Test
    void aSubstituteWorksOnItFromTheFirstToTheLastDay() {
        // Given: it is 2026-09-18
        AnAppeal appeal = AnAppeal.atTown();

        // When
        appeal.does(AnAppeal.HEAD, "person", order(COLLEAGUE, "2026-09-20", "2026-09-25"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("person.substituteFrom", equalTo("2026-09-20"));
        assertEquals(List.of(), tasks(COLLEAGUES));
        COLLEAGUES.get("/v1/appeals?assignee=me").then().body("items", hasSize(0));

        // Then: the first day comes, and the day after the last
        days("2026-09-17", "2026-09-25");
        substitutes.round();
        assertEquals(List.of("appeal-to-sign"), tasks(COLLEAGUES));
        assertEquals(List.of("appeal-to-sign"), tasks(AnAppeal.CLERK));
        COLLEAGUES.get("/v1/appeals?assignee=me").then().body("items.id", contains(appeal.id));
        Rows.execute("UPDATE appeal SET substitute_settled = '2026-09-17'");
        days("2026-09-10", "2026-09-17");
        substitutes.round();
        assertEquals(List.of(), tasks(COLLEAGUES));
        assertEquals(List.of("appeal-to-sign"), tasks(AnAppeal.CLERK));
        assertEquals(List.of("2026-09-18"), Rows.texts("SELECT substitute_settled::text FROM appeal"));
    }

    @Test
    void whoeverGetsTheAppealNextNamesTheirOwn() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.HEAD, "person", Map.of("account", ME)).then().statusCode(200);

        // When
        appeal.does(AnAppeal.DISPATCHER, "redirect", Map.of("unit", "440703-ZR", "reason", "虚构"))
                .then()
                .statusCode(200)
                .body("person", nullValue());

        // Then
        assertEquals(List.of("appeal-to-sign"), tasks(AnAppeal.DEPARTMENT_CLERK));
        assertEquals(List.of(), tasks(AnAppeal.CLERK));
        AnAppeal.CLERK.get("/v1/appeals?assignee=me").then().body("items", hasSize(0));
    }

    @Test
    void everyFaultOfAnOrderIsNamedAtOnce() {
        // Given
        Known.specialClass();
        AnAppeal appeal = AnAppeal.atTown();
        AnAppeal ofClass = AnAppeal.ofProject();
        Map<String, Object> twice = order(ME, "2026-09-25", "2026-09-20");
        Map<String, Object> over = order(COLLEAGUE, "2026-09-01", "2026-09-17");
        over.remove("account");

        // When
        Response reversed = appeal.does(AnAppeal.HEAD, "person", twice);
        Response gone = appeal.does(AnAppeal.HEAD, "person", over);
        Response half = appeal.does(AnAppeal.HEAD, "person", Map.of("account", ME, "substitute", COLLEAGUE));
        Response shape =
                appeal.does(AnAppeal.HEAD, "person", Map.of("account", " ", "substituteTo", "soon", "extra", 1));
        Response strangers = ofClass.does(AnAppeal.CLASS_HEAD, "person", order(COLLEAGUE, "2026-09-20", "2026-09-25"));
        Response clerk = appeal.does(AnAppeal.CLERK, "person", Map.of("account", ME));

        // Then
        reversed.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", contains("SUBSTITUTE_OF_NOBODY", "SUBSTITUTE_DAYS_REVERSED"));
        gone.then().statusCode(422).body("errors.code", contains("SUBSTITUTE_OF_NOBODY", "SUBSTITUTE_DAYS_OVER"));
        half.then().statusCode(422).body("errors.code", contains("SUBSTITUTE_INCOMPLETE"));
        shape.then().statusCode(400).body("errors.pointer", hasItems("/account", "/substituteTo", "/extra"));
        strangers.then().statusCode(422).body("errors.pointer", contains("/account", "/substitute"));
        clerk.then().statusCode(403).body("code", equalTo("NOT_HEAD"));
        assertEquals(0, Rows.number("SELECT count(*) FROM appeal WHERE person IS NOT NULL"));
    }

    private static void days(String from, String to) {
        Rows.execute("UPDATE appeal SET substitute_from = '" + from + "', substitute_to = '" + to + "'");
    }

    private static Map<String, Object> order(String substitute, String from, String to) {
        return new HashMap<>(
                Map.of("account", ME, "substitute", substitute, "substituteFrom", from, "substituteTo", to));
    }

    private static Api clerk(String account) {
        return Api.as(
                new Persona(account, List.of("UNIT_CLERK"), Map.of("division", "440703101", "unit", "440703101")));
    }

    private static List<String> tasks(Api who) {
        return who.get("/v1/tasks?mine").path("items.kind");
    }
}

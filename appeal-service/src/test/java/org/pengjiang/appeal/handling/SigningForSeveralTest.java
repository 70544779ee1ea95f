package org.pengjiang.appeal.handling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** A clerk signs for a morning's appeals at once, and what one is refused for the others do not notice. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SigningForSeveralTest {
    private static final String ADDRESS = "/v1/appeals/sign";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void eachIsSignedForOrRefusedByItself() {
        // Given
        AnAppeal first = AnAppeal.atTown();
        AnAppeal signed = AnAppeal.atTown();
        Map<String, Object> before = one(signed);
        signed.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        AnAppeal waiting = AnAppeal.filed(AnAppeal.filing());
        AnAppeal last = AnAppeal.atTown();
        Map<String, Object> unknown = Map.of("id", UUID.randomUUID(), "version", 1);

        // When
        Response answered =
                sign(AnAppeal.CLERK, List.of(one(first), before, one(signed), one(waiting), unknown, one(last)));

        // Then
        answered.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.id", hasSize(6))
                .body("items.status", contains(200, 412, 409, 403, 404, 200))
                .body("items[0].state", equalTo("IN_PROGRESS"))
                .body("items[0].problem", nullValue())
                .body("items[1].problem.code", equalTo("VERSION_STALE"))
                .body("items[2].problem.code", equalTo("COMMAND_NOT_ALLOWED"))
                .body("items[2].problem.state", equalTo("IN_PROGRESS"))
                .body("items[2].problem.allowedCommands", hasItem("contactEnterprise"))
                .body("items[3].problem.code", equalTo("NOT_HANDLER"))
                .body("items[4].problem.type", equalTo("urn:pengjiang:problem:not-found"));
        assertEquals("IN_PROGRESS", first.state());
        assertEquals("IN_PROGRESS", last.state());
        assertEquals(version(first), answered.jsonPath().getLong("items[0].version"));
        assertEquals(3, Log.events("appeal.signed.v1").size());
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndChangesNothing() {
        // Given
        Map<String, Object> body = Map.of("appeals", List.of(one(AnAppeal.atTown())));

        // When
        Response first = post(body);
        Response again = post(body);

        // Then
        first.then().statusCode(200).body("items.status", contains(200));
        assertEquals(first.asString(), again.asString());
        assertEquals(1, Log.events("appeal.signed.v1").size());
    }

    @Test
    void whatIsNoListOfAppealsIsRefusedWithEveryFault() {
        // Given
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(Map.of("id", UUID.randomUUID(), "version", 1));
        }

        // When
        Response faulty = sign(AnAppeal.CLERK, List.of(Map.of("id", "x"), Map.of("version", -1, "extra", 1)));
        Response none = sign(AnAppeal.CLERK, List.of());
        Response tooMany = sign(AnAppeal.CLERK, many);
        Response enterprise = sign(AnAppeal.ENTERPRISE, many.subList(0, 1));
        Response conditional = AnAppeal.CLERK.post(ADDRESS, Map.of("appeals", many.subList(0, 1)), "\"1\"");

        // Then
        faulty.then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.pointer", hasItems("/appeals/0/id", "/appeals/0/version", "/appeals/1/extra"));
        none.then().statusCode(400).body("errors.pointer", contains("/appeals"));
        tooMany.then().statusCode(400).body("errors.pointer", contains("/appeals"));
        enterprise.then().statusCode(403);
        conditional.then().statusCode(400).body("code", equalTo("HEADER_INVALID"));
    }

    private static Response sign(Api who, List<Map<String, Object>> appeals) {
        return who.post(ADDRESS, Map.of("appeals", appeals));
    }

    private static Response post(Map<String, Object> body) {
        return AnAppeal.CLERK
                .request()
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(body)
                .post(ADDRESS);
    }

    private static Map<String, Object> one(AnAppeal appeal) {
        return Map.of("id", appeal.id, "version", version(appeal));
    }

    /** As a list shows it. */
    private static long version(AnAppeal appeal) {
        return AnAppeal.DISPATCHER
                .get("/v1/appeals?limit=50")
                .jsonPath()
                .getLong("items.find { it.id == '" + appeal.id + "' }.version");
    }
}

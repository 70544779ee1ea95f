package org.pengjiang.note;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** What constants are called is read once and kept. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class CodesOverHttpTest {
    private final Api enterprise = Api.as(Persona.of("codes-enterprise", "440705", "ENTERPRISE"));

    @Test
    void allListsAreReadAtOnceByAnybodyWithAToken() {
        enterprise
                .get("/v1/codes")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("ApprovalOutcome", "Colour", "ScanState"));
        assertEquals(401, Api.anonymous().get("/v1/codes").statusCode());
    }

    @Test
    void aListKeepsTheOrderOfTheContractAndHasBothNames() {
        enterprise
                .get("/v1/codes/Tint")
                .then()
                .statusCode(200)
                .body("name", equalTo("Tint"))
                .body("codes.code", contains("RED", "light-green"))
                .body("codes.nameZh", contains("红", "浅绿"))
                .body("codes.nameEn", contains("red", "light green"));
    }

    @Test
    void whoKnowsTheListIsToldThatItIsTheSameAlsoOnceAgainForSomebodyElse() {
        Response first = enterprise.get("/v1/codes");
        Api other = Api.as(Persona.of("codes-writer", "440703", "WRITER"));

        Response again =
                other.request().header("If-None-Match", first.header("ETag")).get("/v1/codes");

        assertEquals(304, again.statusCode());
        assertEquals("private, no-cache", first.header("Cache-Control"));
    }

    @Test
    void aListThatDoesNotExistIsNotFound() {
        enterprise.get("/v1/codes/Weather").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}

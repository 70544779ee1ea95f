package org.pengjiang.appeal.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Enterprises from elsewhere, and appellants without a credit code, are heard too; nobody learns of another's project. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhoCanFileTest {
    private static final Map<String, Object> FROM_ABROAD = Map.of(
            "kind",
            "FOREIGN_ENTERPRISE",
            "name",
            "Example Trading Ltd (fictional)",
            "registerNumber",
            "1234567",
            "registerCountry",
            "HK");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void anEnterpriseWithoutADivisionFilesWhereItsMatterLies() {
        // Given
        Api elsewhere =
                Api.as(new Persona("an-investor", List.of("ENTERPRISE"), Map.of("enterprise", "91440703MA5ABCDE5X")));

        // When
        Response filed = elsewhere.post("/v1/appeals", AnAppeal.filing());
        Response beyond = elsewhere.post("/v1/appeals", AnAppeal.filing("divisionCode", "110101"));
        Response unserved = elsewhere.post("/v1/appeals", AnAppeal.filing("divisionCode", "440704"));

        // Then
        filed.then().log().ifValidationFails().statusCode(201).body("enterprise", equalTo("91440703MA5ABCDE5X"));
        elsewhere.get("/v1/appeals/" + filed.path("id")).then().statusCode(200);
        beyond.then().statusCode(422).body("errors.code", hasItem("DIVISION_OUT_OF_SCOPE"));
        unserved.then().statusCode(422).body("errors.code", hasItem("DIVISION_NOT_SERVED"));
    }

    @Test
    void numbersInTheNameOfWhoAppealsAreMaskedForWhoDoesNotReachThem() {
        // Given
        Response filed = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "SOLE_TRADER", "name", "范例王记 13712341234")));
        filed.then().log().ifValidationFails().statusCode(201).body("appellant.name", equalTo("范例王记 13712341234"));

        // When
        Response supervision = Api.as("supervisor").get("/v1/appeals/" + filed.path("id"));
        Response list = AnAppeal.DISPATCHER.get("/v1/appeals");
        Response table = AnAppeal.DISPATCHER.get("/v1/appeals/table?format=csv");

        // Then
        supervision.then().statusCode(200).body("appellant.name", equalTo("范例王记 137****1234"));
        list.then().body("items.enterpriseName", contains("范例王记 137****1234"));
        table.then().statusCode(200);
        assertFalse(table.asString().contains("13712341234"), table::asString);
        AnAppeal.DISPATCHER
                .get("/v1/appeals?q=13712341234")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void whoHasNoCreditCodeIsFiledForByAnOffice() {
        // When
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("appellant", FROM_ABROAD));
        Response negotiating = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）")));
        Response noName = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing());
        Response halfARegister = AnAppeal.DISPATCHER.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "FOREIGN_ENTERPRISE", "name", "范例（虚构）")));

        // Then
        filed.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("enterprise", nullValue())
                .body("appellant.registerNumber", equalTo("1234567"));
        negotiating.then().log().ifValidationFails().statusCode(201);
        noName.then().statusCode(422).body("errors.code", hasItem("ENTERPRISE_MISSING"));
        halfARegister
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/appellant/registerNumber", "/appellant/registerCountry"));
        AnAppeal.DISPATCHER
                .get("/v1/appeals?q=example trading".replace(" ", "%20"))
                .then()
                .body("items.enterpriseName", hasItem("Example Trading Ltd (fictional)"));
        assertFalse(Log.events("appeal.submitted.v1").toString().contains("Example"));
        assertEquals(
                2,
                Log.count(
                        "SELECT count(*) FROM event_log WHERE type = 'appeal.submitted.v1' AND audience = 'DIVISION'"));
    }

    @Test
    void anAppealWithoutCreditCodeIsHandledToItsEnd() {
        // Given
        AnAppeal appeal = AnAppeal.known(AnAppeal.DISPATCHER
                .post("/v1/appeals", AnAppeal.filing("appellant", FROM_ABROAD))
                .path("id"));

        // When
        AnAppeal.contacted(AnAppeal.atTown(appeal));
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        Response replied = appeal.does(AnAppeal.HEAD, "replies/1/approve", null);

        // Then
        replied.then().log().ifValidationFails().statusCode(200).body("state", equalTo("REPLIED"));
    }

    @Test
    void anEnterpriseFilesUnderItsOwnNameAlone() {
        // When
        Response named = AnAppeal.ENTERPRISE.post(
                "/v1/appeals", AnAppeal.filing("appellant", Map.of("kind", "ENTERPRISE", "name", "范例机械（虚构）")));
        Response asOther = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("appellant", FROM_ABROAD));

        // Then
        named.then().statusCode(201).body("appellant.name", equalTo("范例机械（虚构）"));
        asOther.then().statusCode(422).body("errors.code", hasItem("APPELLANT_IS_ENTERPRISE"));
    }

    @Test
    void anOfficeNamesNoProjectOfAnother() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", "91440703MA5ABCDE5X");
        filing.put("projectId", Known.PROJECT);
        Map<String, Object> placeless = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        placeless.put("projectId", Neighbours.project(null, Known.ENTERPRISE));

        // When
        Response refused = AnAppeal.DISPATCHER.post("/v1/appeals", filing);
        Response unknownPlace = AnAppeal.DISPATCHER.post("/v1/appeals", placeless);

        // Then
        refused.then().statusCode(422).body("errors.code", hasItem("PROJECT_NOT_OF_APPELLANT"));
        unknownPlace.then().statusCode(422).body("errors.code", hasItem("PROJECT_UNKNOWN"));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
    }
}

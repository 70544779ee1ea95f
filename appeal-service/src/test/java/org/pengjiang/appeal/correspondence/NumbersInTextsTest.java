package org.pengjiang.appeal.correspondence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** An office sends nobody's number to the enterprise, and what an enterprise writes shows numbers to those alone who have to call. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class NumbersInTextsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final String TITLE = "停水，找13812341234";
    private static final String MASKED_TITLE = "停水，找138****1234";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @ParameterizedTest
    @ValueSource(strings = {"请联系+8613812341234", "138 1234 1234", "１３８１２３４１２３４", "证号440703 19900101 123X"})
    void noOfficeSendsAPersonsNumberInAnyText(String text) {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> reply = Map.of("result", "NOT", "publicText", text, "legalBasis", text, "recourse", text);

        // Then
        appeal.does(AnAppeal.CLERK, "replies", reply)
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors.pointer", contains("/publicText", "/legalBasis", "/recourse"));
        appeal.does(AnAppeal.CLERK, "messages", Map.of("body", text))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/body"));
        appeal.does(AnAppeal.CLERK, "messages", Map.of("body", text, "visibility", "INTERNAL"))
                .then()
                .statusCode(201);
        appeal.does(AnAppeal.ENTERPRISE, "messages", Map.of("body", text))
                .then()
                .statusCode(201);
        appeal.does(AnAppeal.CLERK, "messages", Map.of("body", "值班电话0750-8222228，热线12345（虚构）"))
                .then()
                .statusCode(201);
    }

    @Test
    void numbersOfTheEnterpriseAreShownToThoseWhoHaveToReachIt() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("title", TITLE);
        filing.put("description", "身份证44070319900101123X，电话138 1234 1234（虚构）");
        AnAppeal appeal = AnAppeal.filed(filing);
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);
        appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101"))
                .then()
                .statusCode(200);
        appeal.does(AnAppeal.ENTERPRISE, "messages", Map.of("body", TITLE))
                .then()
                .statusCode(201);

        // Then
        for (Api reaches :
                List.of(AnAppeal.ENTERPRISE, AnAppeal.DISPATCHER, AnAppeal.CLERK, AnAppeal.HEAD, AnAppeal.CALLBACK)) {
            reaches.get(appeal.path())
                    .then()
                    .body("title", equalTo(TITLE))
                    .body("description", equalTo(filing.get("description")));
            reaches.get(appeal.path() + "/messages").then().body("body", contains(TITLE));
        }
        for (Api other : List.of(SUPERVISOR, Api.as("leader"))) {
            other.get(appeal.path())
                    .then()
                    .body("title", equalTo(MASKED_TITLE))
                    .body("description", equalTo("身份证440***********123X，电话138****1234（虚构）"));
            other.get(appeal.path() + "/messages").then().body("body", contains(MASKED_TITLE));
        }
        SUPERVISOR.get("/v1/appeals?q=2341").then().body("items.id", not(hasItem(appeal.id)));
        SUPERVISOR.get("/v1/appeals?q=1234").then().body("items.id", hasItem(appeal.id));
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(
                        AnAppeal.CLERK,
                        "contacts",
                        Map.of("channel", "CALL", "answered", true, "seconds", 60, "proof", "REC-1", "note", TITLE))
                .then()
                .statusCode(201)
                .body("note", equalTo(TITLE));
        SUPERVISOR
                .get(appeal.path() + "/contacts")
                .then()
                .body("note", contains(MASKED_TITLE))
                .body("proof", contains("REC-1"));
        assertEquals(List.of(MASKED_TITLE), SUPERVISOR.get("/v1/appeals").path("items.title"));
        AnAppeal.CLERK
                .get("/v1/inbox")
                .then()
                .body("items.title", hasItem(MASKED_TITLE))
                .body("items.title", not(hasItem(TITLE)));
    }
}

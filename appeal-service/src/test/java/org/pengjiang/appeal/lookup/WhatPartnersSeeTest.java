package org.pengjiang.appeal.lookup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** A partner's system sees what it has filed, as the enterprise sees it, and nothing else of the division. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhatPartnersSeeTest {
    private static final Api OTHER_PARTNER = Api.as(Persona.of("another-platform", "4407", "PARTNER"));

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void whatOthersHaveFiledIsNotThere() {
        // Given
        AnAppeal ofEnterprise = AnAppeal.atTown();
        AnAppeal own = AnAppeal.ofPartner();

        // Then
        for (String path : List.of("", "/clocks", "/clocks/CONTACT/explain", "/timeline", "/messages", "/replies")) {
            assertEquals(404, AnAppeal.PARTNER.get(ofEnterprise.path() + path).statusCode(), path);
            assertEquals(404, OTHER_PARTNER.get(own.path() + path).statusCode(), path);
        }
        AnAppeal.PARTNER.get("/v1/appeals").then().body("items.id", contains(own.id));
        AnAppeal.PARTNER.get("/v1/appeals?q=停水").then().body("items.id", contains(own.id));
        OTHER_PARTNER.get("/v1/appeals").then().body("items", empty());
        assertEquals(403, AnAppeal.PARTNER.get(own.path() + "/contacts").statusCode());
    }

    @Test
    void aNumberThatAnotherHasGivenShowsNothingOfItsAppeal() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "12345");
        filing.put("externalId", "H-2026-5");
        String first = AnAppeal.PARTNER.post("/v1/appeals", filing).path("id");

        // Then
        Response taken = OTHER_PARTNER.post("/v1/appeals", filing);
        taken.then().log().ifValidationFails().statusCode(422).body("errors.code", contains("SOURCE_SYSTEM_NOT_YOURS"));
        filing.put("externalId", "H-2026-6");
        assertEquals(
                taken.<List<Object>>path("errors"),
                OTHER_PARTNER.post("/v1/appeals", filing).path("errors"));
        filing.put("externalId", "H-2026-5");
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("id", equalTo(first));
    }

    @Test
    void everyAccountOfASystemSeesWhatItHasFiledAsLongAsItIsBound() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "12345");
        filing.put("externalId", "H-2026-5");
        filing.put("description", "联系13912341234（虚构）");
        AnAppeal filed =
                AnAppeal.known(AnAppeal.PARTNER.post("/v1/appeals", filing).path("id"));
        AnAppeal ofOtherSystem = AnAppeal.ofPartner();

        // When
        Known.account("12345", "another-platform");

        // Then
        OTHER_PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("id", equalTo(filed.id));
        OTHER_PARTNER.get(filed.path()).then().statusCode(200).body("description", equalTo("联系13912341234（虚构）"));
        OTHER_PARTNER.get(ofOtherSystem.path()).then().statusCode(404);
        OTHER_PARTNER.get("/v1/appeals").then().body("items.id", contains(filed.id));
        OTHER_PARTNER.get("/v1/appeals?q=停水").then().body("items.id", contains(filed.id));
        Awaitility.await().until(() -> subjects(OTHER_PARTNER).equals(Set.of(filed.id)));
        AnAppeal.PARTNER.get("/v1/appeals").then().body("items.id", contains(ofOtherSystem.id, filed.id));
        Known.write(
                "DELETE FROM source_system_account WHERE account = ? AND system_id ="
                        + " (SELECT id FROM source_system WHERE code = '12345')",
                Persona.named("city-platform").subject());
        AnAppeal.PARTNER.get(filed.path()).then().statusCode(404);
        AnAppeal.PARTNER.get("/v1/appeals").then().body("items.id", contains(ofOtherSystem.id));
        assertEquals(Set.of(ofOtherSystem.id), subjects(AnAppeal.PARTNER));
    }

    @Test
    void ofItsOwnItSeesWhatTheEnterpriseSees() {
        // Given
        AnAppeal own = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        AnAppeal other = AnAppeal.contacted();
        own.does(AnAppeal.CLERK, "messages", Map.of("body", "内部（虚构）", "visibility", "INTERNAL"));
        own.does(AnAppeal.CLERK, "messages", Map.of("body", "公开（虚构）"));
        own.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);

        // Then
        AnAppeal.PARTNER
                .get(own.path())
                .then()
                .body("clocks.family", everyItem(equalTo("ENTERPRISE")))
                .body("reply", nullValue())
                .body("externalId", equalTo(AnAppeal.CLERK.get(own.path()).path("externalId")));
        AnAppeal.PARTNER.get(own.path() + "/clocks").then().body("clock.family", everyItem(equalTo("ENTERPRISE")));
        assertEquals(
                404, AnAppeal.PARTNER.get(own.path() + "/clocks/SIGN/explain").statusCode());
        assertEquals(
                AnAppeal.ENTERPRISE.get(own.path() + "/timeline").<List<Object>>path("items"),
                AnAppeal.PARTNER.get(own.path() + "/timeline").<List<Object>>path("items"));
        Awaitility.await().until(() -> subjects(AnAppeal.CLERK).contains(other.id));
        assertEquals(Set.of(own.id), subjects(AnAppeal.PARTNER));
        assertEquals(Set.of(), subjects(OTHER_PARTNER));
        List<String> types = changes(AnAppeal.PARTNER).path("items.type");
        assertTrue(types.contains("appeal.contacted.v1"), types::toString);
        assertFalse(types.contains("appeal.reply-drafted.v1"), types::toString);
        assertFalse(changes(AnAppeal.PARTNER).asString().contains("signDueAt"));
    }

    @Test
    void itIsToldOfConfidentialAppealsAndOfAppellantsWithoutACreditCodeToo() {
        // Given
        AnAppeal confidential = filed("confidentiality", "CONFIDENTIAL", "enterprise", Known.ENTERPRISE);
        AnAppeal unregistered = filed("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）"));
        AnAppeal.contacted(AnAppeal.atTown(confidential));
        AnAppeal.atTown(unregistered).does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        unregistered
                .does(
                        AnAppeal.CLERK,
                        "contacts",
                        Map.of("channel", "CALL", "answered", true, "seconds", 60, "proof", "REC-2"))
                .then()
                .statusCode(201);
        confidential.does(AnAppeal.CLERK, "messages", Map.of("body", "内部（虚构）", "visibility", "INTERNAL"));
        AnAppeal.replied();

        // Then
        Awaitility.await().until(() -> subjects(AnAppeal.PARTNER).equals(Set.of(confidential.id, unregistered.id)));
        for (AnAppeal own : List.of(confidential, unregistered)) {
            Response timeline = AnAppeal.PARTNER.get(own.path() + "/timeline?limit=200");
            List<String> types = timeline.path("items.type");
            assertTrue(types.contains("appeal.submitted.v1") && types.contains("appeal.contacted.v1"), types::toString);
            for (String word : List.of("message-written", "supervisionLevel", "signDueAt", "\"family\":\"UNIT\"")) {
                assertFalse(timeline.asString().contains(word), word + " in " + timeline.asString());
            }
        }
        assertEquals(Set.of(), subjects(OTHER_PARTNER));
    }

    private static AnAppeal filed(Object... members) {
        Map<String, Object> filing = AnAppeal.filing("sourceSystem", "范例平台");
        filing.put("externalId", "X-" + UUID.randomUUID());
        for (int i = 0; i < members.length; i += 2) {
            filing.put((String) members[i], members[i + 1]);
        }
        Response filed = AnAppeal.PARTNER.post("/v1/appeals", filing);
        filed.then().log().ifValidationFails().statusCode(201);
        return AnAppeal.known(filed.path("id"));
    }

    private static Set<String> subjects(Api api) {
        return changes(api).<List<Map<String, Object>>>path("items").stream()
                .filter(change -> change.get("subjectType").equals("appeal"))
                .map(change -> (String) change.get("subject"))
                .collect(Collectors.toSet());
    }

    private static Response changes(Api api) {
        Response changes = api.get("/v1/changes?limit=200");
        changes.then().statusCode(200);
        return changes;
    }
}

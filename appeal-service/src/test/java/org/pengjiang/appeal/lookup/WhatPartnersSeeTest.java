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
        OTHER_PARTNER.post("/v1/appeals", filing).then().statusCode(409).body("code", equalTo("EXTERNAL_ID_TAKEN"));
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("id", equalTo(first));
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

package org.pengjiang.appeal.calendars;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.CalendarVersionPublished;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.ETags;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;

/** An administrator publishes national years, local days and office hours of the own division. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PublishingACalendarTest {
    private static final String OWN = "/v1/calendars/divisions/440703";
    private static final String PUBLICATIONS = OWN + "/publications";
    private static final String DOCUMENT = "演示文号〔2026〕1号";
    private static final String NOTICE = "国办发明电〔2026〕99号（演示）";

    private final Api admin = Api.as("admin");

    @Inject
    StoredAppeals appeals;

    @BeforeEach
    @AfterEach
    void nothingPublished() {
        Database.reset();
        // the calendars held in memory are looked at again every 200 ms here
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.get(OWN).path("calendarVersion").equals("CN-2023-2026+2027-statutory.1"));
    }

    @Test
    void beforeTheFirstPublicationACalendarIsEmpty() {
        admin.get(OWN)
                .then()
                .statusCode(200)
                .header("ETag", ETags.ofVersion(0))
                .body("revision", equalTo(0))
                .body("years", empty())
                .body("localDays", empty())
                .body("allowedCommands", equalTo(List.of("publish")));
        Api.as("team-member").get(OWN).then().statusCode(200).body("allowedCommands", empty());
    }

    @Test
    void aTyphoonStopHoldsAtOnceThereAndBelowAndIsToldToTheOthers() {
        // When
        Response published = publish(body("localDays", List.of(Map.of("date", "2026-09-20"))), "\"0\"");

        // Then
        published
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("ETag", ETags.ofVersion(1))
                .body("revision", equalTo(1))
                .body("calendarVersion", equalTo("CN-2023-2026+2027-statutory.1+440703.1"))
                .body("localDays[0].date", equalTo("2026-09-20"))
                .body("localDays[0].documentNo", equalTo(DOCUMENT));
        assertEquals("2026-09-21T09:00:00+08:00", due("team-member"));
        assertEquals("2026-09-21T09:00:00+08:00", due("unit-clerk"));
        assertEquals("2026-09-20T09:00:00+08:00", due("other-district-clerk"));
        assertEquals("2026-09-20T09:00:00+08:00", due("city-platform"));
        List<String> events = texts("SELECT data FROM event_log WHERE type = 'calendar.version-published.v1'");
        assertEquals(1, events.size());
        EventSchemas.assertMatches("calendar.version-published.v1", events.getFirst());
        assertTrue(events.getFirst().contains("local 2026-09-20 closed=" + DOCUMENT), events.getFirst());
        admin.get("/v1/calendars/2026")
                .then()
                .body("localDays[0].date", equalTo("2026-09-20"))
                .body("calendarVersion", equalTo("CN-2023-2026+2027-statutory.1+440703.1"));
    }

    @Test
    void oneProposesAndAnotherConfirms() {
        // Given
        Known.district();
        appeals.filed("2026-09-18T17:00");
        Map<String, Object> body = body("localDays", List.of(Map.of("date", "2026-09-20")));

        // When
        Response proposed = propose(body, "\"0\"");

        // Then: nothing holds, and it is seen what would change
        proposed.then()
                .log()
                .ifValidationFails()
                .statusCode(202)
                .body("status", equalTo("OPEN"))
                .body("kind", equalTo("CALENDAR"))
                .body("effect.changedDays", equalTo(1))
                .body("effect.openClocks", equalTo(3))
                .body("allowedCommands", equalTo(List.of("withdraw")));
        admin.get(OWN).then().body("revision", equalTo(0));
        String path = proposed.header("Location");
        assertEquals(path, propose(body, "\"0\"").header("Location"), "the same once more");
        Api leader = Api.as("leader");
        assertEquals(
                List.of(path),
                leader.get("/v1/tasks?mine&kind=publication-to-confirm").path("items.link"));
        assertEquals(
                List.of(),
                admin.get("/v1/tasks?mine&kind=publication-to-confirm").path("items.link"));
        assertTrue(texts("SELECT recipient FROM notice WHERE kind = 'publication-to-confirm'")
                .contains("LEADER"));
        admin.post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(403)
                .body("code", equalTo("FOUR_EYES"));
        Api.as("supervisor")
                .post(path + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(403);
        leader.get(path).then().body("allowedCommands", equalTo(List.of("confirm", "reject")));
        Response confirmed = leader.post(path + "/confirm", null, proposed.header("ETag"));
        confirmed.then().statusCode(200).body("status", equalTo("CONFIRMED"));
        admin.get(PUBLICATIONS)
                .then()
                .body("items[0].publishedBy", equalTo(Persona.named("admin").subject()))
                .body("items[0].confirmedBy", equalTo(Persona.named("leader").subject()));
        leader.post(path + "/confirm", null, confirmed.header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PUBLICATION_PROPOSAL_CLOSED"));
    }

    @Test
    void oneProposalAtATimeAndEachMayEndWithoutAPublication() {
        // Given
        Response first = propose(body("localDays", List.of(Map.of("date", "2026-09-20"))), "\"0\"");
        Api leader = Api.as("leader");

        // When
        propose(body("localDays", List.of(Map.of("date", "2026-09-21"))), "\"0\"")
                .then()
                .statusCode(409)
                .body("code", equalTo("PUBLICATION_PROPOSAL_OPEN"))
                .body("proposal", equalTo(first.path("id")));
        leader.post(first.header("Location") + "/reject", Map.of("reason", "范例理由"), first.header("ETag"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        Response second = propose(body("localDays", List.of(Map.of("date", "2026-09-21"))), "\"0\"");
        admin.post(second.header("Location") + "/withdraw", Map.of("reason", "范例理由"), second.header("ETag"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        // Then
        admin.get(OWN).then().body("revision", equalTo(0));
        admin.get("/v1/publication-proposals")
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of("WITHDRAWN", "REJECTED")));
    }

    @Test
    void aProposalThatNobodyDecidesExpires() {
        // Given
        Response proposed = propose(body("localDays", List.of(Map.of("date", "2026-09-20"))), "\"0\"");

        // When: its week has passed, as if it had been proposed long before
        Rows.execute("UPDATE approval_request SET deadline = '2001-01-01T00:00:00Z'");
        Rows.execute("UPDATE due_level SET at = '2001-01-01T00:00:00.000001Z'");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.get(proposed.header("Location")).path("status"), "EXPIRED"::equals);

        // Then
        assertEquals(
                List.of(),
                Api.as("leader")
                        .get("/v1/tasks?mine&kind=publication-to-confirm")
                        .path("items.link"));
        assertEquals(
                List.of(Persona.named("admin").subject()),
                texts("SELECT recipient FROM notice WHERE kind = 'publication-proposal-expired'"));
        assertEquals(
                202,
                propose(body("localDays", List.of(Map.of("date", "2026-09-21"))), "\"0\"")
                        .statusCode());
    }

    @Test
    void aDayThatIsOverIsOnlyAGroundForExclusion() {
        // Given
        Map<String, Object> over =
                body("localDays", List.of(Map.of("date", "2026-09-18"), Map.of("date", "2026-09-17")));
        over.put("officeHours", List.of(Map.of("from", "2026-09-01", "intervals", List.of("09:00-12:00"))));
        over.put("exclusionDays", List.of("2026-09-18", "2026-09-17"));

        // When
        Response refused = propose(over, "\"0\"");
        Response kept = publish(body("exclusionDays", List.of("2026-09-17")), "\"0\"");

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", hasItems("/localDays/1/date", "/officeHours/0/from", "/exclusionDays/0"))
                .body("errors.code", hasItems("CALENDAR_DAY_PAST", "EXCLUSION_DAY_NOT_PAST"))
                .body("errors", hasSize(3));
        kept.then().statusCode(200).body("localDays", empty());
        admin.get(PUBLICATIONS)
                .then()
                .body("items[0].exclusionDays", equalTo(List.of("2026-09-17")))
                .body("items[0].changedDays", equalTo(0));
    }

    @Test
    void noDistrictReplacesTheNoticeOfTheStateCouncil() {
        // Given
        Map<String, Object> notice =
                Map.of("year", 2026, "daysOff", List.of(), "makeUpDays", List.of("2026-12-26"), "source", NOTICE);

        // When
        Response below = propose(body("years", List.of(notice)), "\"0\"");

        // Then
        below.then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/years/0/year")))
                .body("errors.code", equalTo(List.of("NATIONAL_YEAR_LOADED")));
    }

    @Test
    void theEventRecordKeepsItsContract() {
        EventSchemas.assertProduces(CalendarVersionPublished.class, "calendar.version-published.v1");
    }

    @Test
    void theNoticeOfAYearEndsItsBeingProvisional() {
        // When
        publish(body("years", List.of(year2027())), "\"0\"")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        Response due = preview("team-member", "2027-02-08T10:00:00+08:00");
        due.then().body("dueAt", equalTo("2027-02-11T09:30:00+08:00")).body("provisional", equalTo(false));
        preview("other-district-clerk", "2027-02-08T10:00:00+08:00").then().body("provisional", equalTo(true));
        admin.get("/v1/calendars/2027")
                .then()
                .body("provisional", equalTo(false))
                .body("source", equalTo(NOTICE))
                .body("makeUpDays", equalTo(List.of("2027-02-20")));
    }

    @Test
    void officeHoursHoldFromTheirDateOn() {
        // When
        publish(
                        body(
                                "officeHours",
                                List.of(Map.of(
                                        "from", "2026-10-08", "intervals", List.of("09:00-12:00", "13:00-17:00")))),
                        "\"0\"")
                .then()
                .statusCode(200)
                .body("officeHours[0].assumption", equalTo(false));

        // Then
        preview("team-member", "2026-09-30T16:45:00+08:00").then().body("dueAt", equalTo("2026-10-08T09:15:00+08:00"));
        admin.get(PUBLICATIONS)
                .then()
                .body("items[0].effectiveFrom", equalTo("2026-10-08"))
                .body("items[0].effectiveTo", nullValue());
    }

    @Test
    void whatAStopBringsCanBeTakenBack() {
        // Given
        publish(body("localDays", List.of(Map.of("date", "2026-09-20"))), "\"0\"")
                .then()
                .statusCode(200);

        // When
        publish(body("withdrawnLocalDays", List.of("2026-09-20")), "\"1\"")
                .then()
                .statusCode(200);

        // Then
        assertEquals("2026-09-20T09:00:00+08:00", due("team-member"));
        EventSchemas.assertMatches(
                "calendar.version-published.v1",
                texts("SELECT data FROM event_log WHERE type = 'calendar.version-published.v1' ORDER BY seq DESC")
                        .getFirst());
        admin.get(PUBLICATIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].revision", equalTo(2))
                .body("items[0].withdrawnLocalDays", equalTo(List.of("2026-09-20")))
                .body("items[1].publishedBy", equalTo(Persona.named("admin").subject()))
                .body("items[1].documentNo", equalTo(DOCUMENT))
                .body("items[1].publishedAt", containsString("2026-09-18T09:0"))
                .body("items[1].changedDays", equalTo(1));
    }

    @Test
    void aDryRunNamesWhatChangesAndKeepsNothing() {
        // When
        Response preview = admin.request()
                .contentType("application/json")
                .body(body("years", List.of(year2027())))
                .post(PUBLICATIONS + "/preview");

        // Then
        preview.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("yearsConfirmed", equalTo(List.of(2027)))
                .body("days.date", hasItems("2027-02-09", "2027-02-20"))
                .body("days.find { it.date == '2027-02-20' }.before", empty())
                .body("days.find { it.date == '2027-02-20' }.after", equalTo(List.of("08:30-12:00", "14:30-17:30")));
        admin.get(OWN).then().body("revision", equalTo(0));
        assertEquals(List.of(), texts("SELECT data FROM event_log WHERE type LIKE 'calendar.%'"));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsKept() {
        // Given
        Map<String, Object> body = body(
                "years",
                List.of(
                        Map.of(
                                "year",
                                2027,
                                "daysOff",
                                List.of("2027-02-09", "2027-02-09", "2025-02-09"),
                                "makeUpDays",
                                List.of("2027-02-10"),
                                "source",
                                "a blog"),
                        Map.of("year", 1990, "daysOff", List.of(), "makeUpDays", List.of(), "source", NOTICE)));
        body.put(
                "localDays",
                List.of(
                        Map.of("date", "2026-09-24"),
                        Map.of("date", "2026-09-24"),
                        Map.of("date", "2026-09-25", "open", List.of("whenever"))));
        body.put("withdrawnLocalDays", List.of("2026-01-01"));
        body.put("officeHours", List.of(Map.of("from", "2026-10-08", "intervals", List.of())));

        // When
        Response refused = publish(body, "\"0\"");

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("code", equalTo("VALUE_UNACCEPTABLE"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/years/0/daysOff",
                                "/years/0/makeUpDays",
                                "/years/0/source",
                                "/years/1/year",
                                "/localDays/1",
                                "/localDays/2/open/0",
                                "/withdrawnLocalDays/0",
                                "/officeHours/0"))
                .body(
                        "errors.code",
                        hasItems(
                                "DUPLICATE",
                                "DATE_OUTSIDE_YEAR",
                                "MAKE_UP_DAY_IS_A_WEEKDAY",
                                "SOURCE_NOT_OFFICIAL",
                                "YEAR_OUT_OF_RANGE",
                                "HOURS_INVALID",
                                "HOURS_MISSING",
                                "LOCAL_DAY_UNKNOWN"));
        admin.get(OWN).then().body("revision", equalTo(0));
        assertEquals(List.of(), texts("SELECT division FROM calendar_addition"));
    }

    @Test
    void anEmptyPublicationIsRefused() {
        publish(Map.of("documentNo", DOCUMENT), "\"0\"")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("PUBLICATION_CHANGES_NOTHING"));
        publish(Map.of(), "\"0\"").then().statusCode(400).body("errors.pointer", hasItem("/documentNo"));
    }

    @Test
    void whoHasReadAnOlderRevisionPublishesNothing() {
        publish(body("localDays", List.of(Map.of("date", "2026-09-24"))), "\"0\"")
                .then()
                .statusCode(200);
        publish(body("localDays", List.of(Map.of("date", "2026-09-22"))), "\"0\"")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(1))
                .body("changes.type", equalTo(List.of("calendar.version-published.v1")))
                .body("changes.version", equalTo(List.of(1)));
        admin.request()
                .contentType("application/json")
                .header("Idempotency-Key", "without-if-match")
                .body(body("localDays", List.of(Map.of("date", "2026-09-22"))))
                .post(PUBLICATIONS)
                .then()
                .statusCode(428);
        publish(body("localDays", List.of(Map.of("date", "2026-09-24"))), "\"1\"")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("DUPLICATE"));
    }

    @Test
    void onlyTheOwnDivisionAndOnlyItsAdministrator() {
        Map<String, Object> body = body("localDays", List.of(Map.of("date", "2026-09-24")));
        Api.as("leader").post(PUBLICATIONS, body, "\"0\"").then().statusCode(403);
        Api.as("enterprise").get(OWN).then().statusCode(403);
        admin.post("/v1/calendars/divisions/440704/publications", body, "\"0\"")
                .then()
                .statusCode(404);
        admin.post("/v1/calendars/divisions/4407/publications", body, "\"0\"")
                .then()
                .statusCode(403)
                .body("code", equalTo("CALENDAR_NOT_OWN"));
        admin.post("/v1/calendars/divisions/440703101/publications", body, "\"0\"")
                .then()
                .statusCode(403);
        admin.get("/v1/calendars/divisions/440704").then().statusCode(404);
        admin.get("/v1/calendars/divisions/town").then().statusCode(404);
        admin.get("/v1/calendars/divisions/44").then().statusCode(200);
    }

    @Test
    void whatWouldContradictACalendarBelowIsRefused() {
        // Given
        publish(
                        body(
                                "years",
                                List.of(Map.of(
                                        "year",
                                        2027,
                                        "daysOff",
                                        List.of("2026-12-26"),
                                        "makeUpDays",
                                        List.of(),
                                        "source",
                                        NOTICE))),
                        "\"0\"")
                .then()
                .statusCode(200);
        Api province = Api.as(Persona.of("a-province-administrator", "44", "ADMIN"));

        // When
        Response refused = province.post(
                "/v1/calendars/divisions/44/publications",
                body(
                        "years",
                        List.of(Map.of(
                                "year",
                                2026,
                                "daysOff",
                                List.of(),
                                "makeUpDays",
                                List.of("2026-12-26"),
                                "source",
                                NOTICE))),
                "\"0\"");

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", hasItem("CALENDAR_BELOW_CONTRADICTED"))
                .body("errors.detail", hasItem(containsString("440703")));
    }

    /** The calendar after the leader has confirmed it, or why it was not proposed. */
    private Response publish(Map<String, ?> body, String etag) {
        Response proposed = propose(body, etag);
        if (proposed.statusCode() != 202) {
            return proposed;
        }
        Publishing.confirmed(proposed);
        return admin.get(OWN);
    }

    private Response propose(Map<String, ?> body, String etag) {
        return admin.post(PUBLICATIONS, body, etag);
    }

    private static Map<String, Object> body(String list, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("documentNo", DOCUMENT);
        body.put(list, value);
        return body;
    }

    /** Not the real notice, which is not out: a fictional one. */
    private static Map<String, Object> year2027() {
        return Map.of(
                "year",
                2027,
                "daysOff",
                List.of("2027-01-01", "2027-02-08", "2027-02-09", "2027-02-10"),
                "makeUpDays",
                List.of("2027-02-20"),
                "source",
                NOTICE);
    }

    private static String due(String persona) {
        return preview(persona, "2026-09-18T17:00:00+08:00").path("dueAt");
    }

    private static Response preview(String persona, String from) {
        return Api.as(persona)
                .request()
                .contentType("application/json")
                .body(Map.of("from", from, "amount", 60, "unit", "WORKING_MINUTES"))
                .post("/v1/calendars/deadline-preview");
    }

    private static List<String> texts(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new java.util.ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

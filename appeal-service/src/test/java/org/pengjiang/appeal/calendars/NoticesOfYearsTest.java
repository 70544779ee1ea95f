package org.pengjiang.appeal.calendars;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.NationalYear;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Whose notice of a national year holds, and what it may still change. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class NoticesOfYearsTest {
    private static final String DISTRICT = "/v1/calendars/divisions/440703";
    private static final String ROOT = "/v1/calendars/divisions/44/publications";
    private static final List<String> NEW_YEAR = List.of("2027-01-01", "2027-02-08", "2027-02-09", "2027-02-10");

    private final Api admin = Api.as("admin");
    private final Api province = Api.as(Persona.of("a-province-administrator", "44", "ADMIN"));
    private final Api provinceLeader = Api.as(Persona.of("a-province-leader", "44", "LEADER"));

    @BeforeEach
    @AfterEach
    void nothingPublished() {
        Database.reset();
        // the calendars held in memory are looked at again every 200 ms here
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.get(DISTRICT).path("calendarVersion").equals("CN-2023-2026+2027-statutory.1"));
    }

    @Test
    void theNoticeOfTheRootHoldsAgainstTheOneThatADistrictHasLoaded() {
        // Given
        Publishing.confirmed(admin.post(DISTRICT + "/publications", notice(2027, NEW_YEAR), "\"0\""));
        due("2027-02-11T09:30:00+08:00");
        List<String> right = new ArrayList<>(NEW_YEAR);
        right.add("2027-02-11");

        // When
        Response own = admin.post(DISTRICT + "/publications", notice(2027, right), "\"1\"");
        Response root = province.post(ROOT, notice(2027, right), "\"0\"");

        // Then
        own.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/years/0/year")))
                .body("errors.code", equalTo(List.of("NATIONAL_YEAR_LOADED")));
        Publishing.confirmed(provinceLeader, root);
        due("2027-02-12T09:30:00+08:00");
    }

    @Test
    void aKnownYearIsReplacedWithoutTheDaysThatAreOver() {
        // Given: it is 18 September
        NationalYear known = CalendarVersion.national().data().years().stream()
                .filter(year -> year.year() == 2026)
                .findFirst()
                .orElseThrow();
        List<String> daysOff = new ArrayList<>(
                known.daysOff().stream().map(LocalDate::toString).toList());
        List<String> makeUpDays =
                known.makeUpDays().stream().map(LocalDate::toString).toList();

        // When
        Response forgotten = province.post(ROOT + "/preview", notice(2026, List.of(), makeUpDays));
        daysOff.add("2026-12-16");
        Response later = province.post(ROOT + "/preview", notice(2026, daysOff, makeUpDays));

        // Then
        forgotten
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/years/0")))
                .body("errors.code", equalTo(List.of("NATIONAL_YEAR_DAY_OVER")))
                .body("errors[0].detail", containsString("2026-01-01"));
        later.then().log().ifValidationFails().statusCode(200).body("changedDays", equalTo(1));
    }

    private static void due(String expected) {
        Api.as("team-member")
                .request()
                .contentType("application/json")
                .body(Map.of("from", "2027-02-08T10:00:00+08:00", "amount", 60, "unit", "WORKING_MINUTES"))
                .post("/v1/calendars/deadline-preview")
                .then()
                .body("dueAt", equalTo(expected));
    }

    private static Map<String, Object> notice(int year, List<String> daysOff) {
        return notice(year, daysOff, List.of("2027-02-20"));
    }

    /** Not a real notice: a fictional one. */
    private static Map<String, Object> notice(int year, List<String> daysOff, List<String> makeUpDays) {
        return Map.of(
                "documentNo",
                "演示文号〔2026〕1号",
                "years",
                List.of(Map.of(
                        "year", year, "daysOff", daysOff, "makeUpDays", makeUpDays, "source", "国办发明电〔2026〕99号（演示）")));
    }
}

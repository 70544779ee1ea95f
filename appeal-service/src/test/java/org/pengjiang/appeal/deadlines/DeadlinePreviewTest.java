package org.pengjiang.appeal.deadlines;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** What-if deadlines through HTTP: the vectors of the domain, and what a careless caller sends. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class DeadlinePreviewTest {
    private static final String PATH = "/v1/calendars/deadline-preview";

    @ParameterizedTest(name = "{0}: {1} + {2} {3} = {4}")
    @CsvSource(textBlock = """
        V1,                2026-09-18T17:00, 60,   WORKING_MINUTES,  2026-09-20T09:00
        V2,                2026-09-19T10:00, 60,   WORKING_MINUTES,  2026-09-20T09:30
        V3,                2026-09-30T16:45, 60,   WORKING_MINUTES,  2026-10-08T08:45
        V4,                2026-09-30T17:30, 60,   WORKING_MINUTES,  2026-10-08T09:30
        V9,                2026-03-04T14:30, 180,  WORKING_MINUTES,  2026-03-04T17:30
        V10 second,        2026-09-30T10:00, 2,    WORKING_DAYS_END, 2026-10-09T17:30
        V10 tenth,         2026-09-30T10:00, 10,   WORKING_DAYS_END, 2026-10-20T17:30
        V10 fifteenth,     2026-09-30T10:00, 15,   WORKING_DAYS_END, 2026-10-27T17:30
        V13,               2026-09-18T10:00, 1,    WORKING_DAYS_END, 2026-09-20T17:30
        unpaused V14,      2026-09-29T09:00, 780,  WORKING_MINUTES,  2026-10-08T09:00
        unraised V16,      2026-03-02T08:30, 1950, WORKING_MINUTES,  2026-03-06T17:30
        V16 from start,    2026-03-02T08:30, 780,  WORKING_MINUTES,  2026-03-03T17:30
        V16 grace,         2026-03-04T10:30, 390,  WORKING_MINUTES,  2026-03-05T10:30
        V19 not rolled,    2026-09-28T10:00, 7,    NATURAL_DAYS,     2026-10-05T10:00
        natural minutes,   2026-09-18T17:00, 60,   NATURAL_MINUTES,  2026-09-18T18:00
        whole days,        2026-02-13T10:00, 7,    NATURAL_DAYS_END, 2026-02-24T17:30
        a window,          2026-02-14T10:00, 7,    NATURAL_DAYS_MIDNIGHT, 2026-02-25T00:00
        still this day,    2026-09-18T10:00, 0,    WORKING_DAYS_END, 2026-09-18T17:30
        plain,             2023-03-07T10:00, 3,    WORKING_DAYS_END, 2023-03-10T17:30
        over May,          2023-04-28T10:00, 1,    WORKING_DAYS_END, 2023-05-04T17:30
        over National Day, 2023-09-28T10:00, 5,    WORKING_DAYS_END, 2023-10-11T17:30
        worked Saturday,   2024-09-13T10:00, 2,    WORKING_DAYS_END, 2024-09-18T17:30
        before New Year,   2026-02-13T10:00, 1,    WORKING_DAYS_END, 2026-02-14T17:30
        """)
    void theVectorsComeOutToTheSecond(String name, String from, long amount, String unit, String due) {
        ask(from, amount, unit)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("dueAt", equalTo(due + ":00+08:00"))
                .body("provisional", equalTo(false))
                .body("pausedWorkingMinutes", equalTo(0))
                .body("calendarVersion", containsString("CN-2023-2026"));
    }

    @Test
    void aDueOnADayOffRollsToTheEndOfTheNextWorkingDay() {
        Map<String, Object> question = question("2026-09-28T10:00", 7, "NATURAL_DAYS");
        question.put("rollForward", true);
        send(question).then().statusCode(200).body("dueAt", equalTo("2026-10-08T17:30:00+08:00"));
    }

    @Test
    void aPauseOverTheHolidaysAddsItsWorkingMinutesAndNotItsDays() {
        Map<String, Object> question = question("2026-09-29T09:00", 780, "WORKING_MINUTES");
        question.put("pauses", List.of(pause("2026-09-30T10:00", "2026-10-08T10:00")));
        send(question)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-10-09T09:00:00+08:00"))
                .body("pausedWorkingMinutes", equalTo(390));
    }

    @Test
    void overlappingPausesCountOnceAndOneAfterTheDueNotAtAll() {
        Map<String, Object> question = question("2026-09-29T09:00", 780, "WORKING_MINUTES");
        question.put(
                "pauses",
                List.of(
                        pause("2026-09-30T10:00", "2026-10-08T09:00"),
                        pause("2026-09-30T15:00", "2026-10-08T10:00"),
                        pause("2026-11-02T08:30", "2026-11-02T12:00")));
        send(question)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-10-09T09:00:00+08:00"))
                .body("pausedWorkingMinutes", equalTo(390));
    }

    @Test
    void anyOffsetMayComeInAndBeijingTimeGoesOut() {
        Map<String, Object> question = question("2026-09-18T17:00", 60, "WORKING_MINUTES");
        question.put("from", "2026-09-18T09:00:00.999Z");
        send(question).then().statusCode(200).body("dueAt", equalTo("2026-09-20T09:00:00+08:00"));
    }

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource(textBlock = """
        2026-12-31T17:00, 60, WORKING_MINUTES,  2027-01-04T09:00
        2027-02-08T10:00, 60, WORKING_MINUTES,  2027-02-09T09:30
        2030-01-02T10:00, 2,  WORKING_DAYS_END, 2030-01-04T17:30
        """)
    void aYearWithoutANoticeIsAnsweredAndSaysSo(String from, long amount, String unit, String due) {
        ask(from, amount, unit)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(due + ":00+08:00"))
                .body("provisional", equalTo(true));
    }

    @Test
    void naturalTimeNeedsNoNotice() {
        ask("2030-01-02T10:00", 30, "NATURAL_MINUTES")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2030-01-02T10:30:00+08:00"))
                .body("provisional", equalTo(false));
    }

    @Test
    void everySignedInRoleMayAskAndNobodyElse() {
        Map<String, Object> question = question("2026-09-18T17:00", 60, "WORKING_MINUTES");
        for (String persona : List.of("enterprise", "admin", "city-platform", "other-district-clerk", "auditor")) {
            Api.as(persona)
                    .request()
                    .contentType("application/json")
                    .body(question)
                    .post(PATH)
                    .then()
                    .statusCode(200);
        }
        Persona withoutDivision = new Persona("a-stranger", List.of("ENTERPRISE"), Map.of());
        Api.as(withoutDivision)
                .request()
                .contentType("application/json")
                .body(question)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-09-20T09:00:00+08:00"));
        Api.anonymous()
                .request()
                .contentType("application/json")
                .body(question)
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\":\"2026-09-18T17:00:00\",\"amount\":1.5,\"unit\":\"HOURS\",\"colour\":1}",
                "{\"from\":\"yesterday\",\"amount\":\"60\",\"unit\":3,\"pauses\":{}}",
                "{\"from\":null,\"pauses\":[{\"from\":\"2026-09-18T17:00:00\"}]}",
                "{}",
                "[]",
                "null",
                "{",
                "",
                "{\"from\":\"+20260-09-18T17:00:00+08:00\",\"amount\":99999999999999999999,\"unit\":\"\"}"
            })
    void aShapeThatIsNoQuestionIsRefusedWithEveryFault(String body) {
        Response refused = Api.as("team-member")
                .request()
                .contentType("application/json")
                .body(body)
                .post(PATH);
        refused.then().log().ifValidationFails().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void allFaultsOfAShapeAreNamedTogether() {
        Api.as("team-member")
                .request()
                .contentType("application/json")
                .body("{\"from\":\"2026-09-18T17:00:00\",\"amount\":1.5,\"unit\":\"HOURS\",\"colour\":1,"
                        + "\"pauses\":[{\"from\":\"2026-09-18T17:00:00\"}]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/from", "/amount", "/unit", "/colour", "/pauses/0/from", "/pauses/0/to"))
                .body("errors.find { it.pointer == '/unit' }.detail", containsString("WORKING_DAYS_END"));
    }

    @Test
    void allFaultsOfTheValuesAreNamedTogetherAndInTheReadersLanguage() {
        // Given
        Map<String, Object> question = question("2026-09-18T17:00", 0, "WORKING_MINUTES");
        question.put("rollForward", true);
        question.put(
                "pauses",
                List.of(
                        pause("2026-09-18T17:00", "2026-09-18T16:00"),
                        pause("2026-09-18T17:00", "2026-09-18T18:00"),
                        pause("2026-09-20T17:00", "2026-09-18T16:00")));

        // When
        Response refused = Api.as("team-member")
                .request()
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(question)
                .post(PATH);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("code", equalTo("VALUE_UNACCEPTABLE"))
                .body("detail", not(containsString("{0}")))
                .body("errors.pointer", containsInAnyOrder("/amount", "/rollForward", "/pauses/0", "/pauses/2"))
                .body("errors.code", hasItems("TARGET_AMOUNT", "ROLL_FORWARD_UNFIT", "PAUSE_REVERSED"))
                .body(
                        "errors.find { it.pointer == '/amount' }.detail",
                        allOf(containsString("at least 1"), containsString("WORKING_MINUTES")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
        0,                   WORKING_MINUTES
        0,                   NATURAL_MINUTES
        0,                   NATURAL_DAYS
        -1,                  WORKING_DAYS_END
        -60,                 WORKING_MINUTES
        52596001,            WORKING_MINUTES
        36526,               NATURAL_DAYS
        9223372036854775807, WORKING_DAYS_END
        """)
    void anAmountOutOfRangeIsRefused(long amount, String unit) {
        ask("2026-09-18T17:00", amount, unit)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/amount"))
                .body("errors.code", hasItem("TARGET_AMOUNT"));
    }

    @ParameterizedTest(name = "{0} + {1} {2}")
    @CsvSource(textBlock = """
        1999-12-31T10:00, 60,    WORKING_MINUTES,  /from
        2100-01-01T10:00, 60,    NATURAL_MINUTES,  /from
        2099-12-31T17:00, 3,     WORKING_DAYS_END, /amount
        2090-01-01T10:00, 36525, NATURAL_DAYS,     /amount
        9999-12-31T23:59, 1,     NATURAL_DAYS,     /from
        0000-01-01T00:00, 1,     NATURAL_DAYS,     /from
        """)
    void beyondTheHorizonThereIsNoAnswer(String from, long amount, String unit, String pointer) {
        ask(from, amount, unit)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.code", hasItem("CALENDAR_HORIZON_EXCEEDED"))
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void aPauseBeyondTheHorizonIsRefusedToo() {
        Map<String, Object> question = question("2026-09-18T17:00", 60, "WORKING_MINUTES");
        question.put("pauses", List.of(pause("2026-09-18T17:10", "2150-01-01T00:00")));
        send(question)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("CALENDAR_HORIZON_EXCEEDED"))
                .body("errors.pointer", equalTo(List.of("/pauses/0/to")));
    }

    @Test
    void tooManyPausesAreRefused() {
        Map<String, Object> question = question("2026-09-18T17:00", 60, "WORKING_MINUTES");
        List<Map<String, String>> pauses = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            pauses.add(pause("2026-09-18T17:00", "2026-09-18T17:01"));
        }
        question.put("pauses", pauses);
        send(question).then().statusCode(400).body("errors.pointer", hasItem("/pauses"));
    }

    private static Response ask(String from, long amount, String unit) {
        return send(question(from, amount, unit));
    }

    private static Response send(Map<String, Object> question) {
        return Api.as("team-member")
                .request()
                .contentType("application/json")
                .body(question)
                .post(PATH);
    }

    private static Map<String, Object> question(String from, long amount, String unit) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("from", at(from));
        question.put("amount", amount);
        question.put("unit", unit);
        return question;
    }

    private static Map<String, String> pause(String from, String to) {
        return Map.of("from", at(from), "to", at(to));
    }

    private static String at(String local) {
        return local + ":00+08:00";
    }
}

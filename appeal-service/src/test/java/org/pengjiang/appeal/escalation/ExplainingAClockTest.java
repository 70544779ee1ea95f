package org.pengjiang.appeal.escalation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** Why a clock is due when it is, in words a person understands. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ExplainingAClockTest {
    @Inject
    StoredAppeals appeals;

    @Inject
    DueSweep sweep;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void nothingStored() {
        jobs.pause("due-clocks");
        Database.reset();
    }

    @AfterEach
    void resume() {
        jobs.resume("due-clocks");
    }

    @Test
    void sixtyWorkingMinutesFromFridayEveningAreToldDayByDay() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");

        // When
        Response told = explain("team-member", id, "CONTACT", "en");

        // Then
        told.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("dueAt", equalTo("2026-09-20T09:00:00+08:00"))
                .body("startedAt", equalTo("2026-09-18T17:00:00+08:00"))
                .body("provisional", equalTo(false))
                .body("state", equalTo("RUNNING"))
                .body("rule.policyVersion", equalTo("PJ-2026"))
                .body("rule.amount", equalTo(60))
                .body("rule.unit", equalTo("WORKING_MINUTES"))
                .body("rule.policyAssumption", equalTo(true))
                .body("days.date", contains("2026-09-18", "2026-09-19", "2026-09-20"))
                .body("days.kind", contains("WORKDAY", "DAY_OFF", "MAKE_UP"))
                .body("days.workingMinutes", contains(30, 0, 30))
                .body("days.total", contains(30, 30, 60))
                .body("days[2].used[0].from", equalTo("2026-09-20T08:30:00+08:00"))
                .body("days[2].words", equalTo("2026-09-20 (Sunday) make-up working day"))
                .body("usedWorkingMinutes", equalTo(60))
                .body("pauses", empty())
                .body("revisions", empty())
                .body(
                        "sentences",
                        contains(
                                startsWith("The clock of the first contact of appeal A-440703-2026-"),
                                equalTo("Policy PJ-2026, class P3 ordinary: 60 working minutes."
                                        + " Source: Jiangmen: contact in 60 minutes."),
                                startsWith("Working days and hours come from calendar CN-2023-2026"),
                                equalTo("The working time of the days below adds up to 60 minutes."),
                                equalTo("So it is due at 2026-09-20 (Sunday) 09:00. Done exactly then is in time.")))
                .body(
                        "sentences[0]",
                        containsString("started at 2026-09-18 (Friday) 17:00, when the appeal was received"))
                .body("assumptions", hasSize(2));
    }

    @Test
    void chineseIsSpokenFirst() {
        UUID id = appeals.filed("2026-09-18T17:00");
        explain("team-member", id, "CONTACT", "zh-CN")
                .then()
                .statusCode(200)
                .body("sentences[0]", containsString("首次联系时限自2026-09-18（星期五） 17:00收到诉求时起算"))
                .body("sentences[1]", containsString("60个工作分钟"))
                .body("days[2].words", containsString("调休上班日"))
                .body("sentences", hasItem(containsString("因此到期时间为2026-09-20（星期日） 09:00")));
        Api.as("team-member")
                .get("/v1/appeals/" + id + "/clocks/CONTACT/explain")
                .then()
                .body("sentences[1]", containsString("60个工作分钟"));
    }

    @Test
    void workingDaysAreNumberedAndTheDayOfTheStartIsNot() {
        UUID id = appeals.filed("2026-09-18T17:00");
        explain("team-member", id, "RESOLVE", "en")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("dueAt", equalTo("2026-09-24T17:30:00+08:00"))
                .body("days[0].workdayNumber", nullValue())
                .body("days.find { it.date == '2026-09-20' }.workdayNumber", equalTo(1))
                .body("days.find { it.date == '2026-09-24' }.workdayNumber", equalTo(5))
                .body(
                        "sentences",
                        hasItem(containsString("the end of working day number 5 after the day of the start")));
    }

    @Test
    void aRollOverTheHolidaysAndTheTargetThatDoesNotBindAreTold() {
        UUID id = appeals.filed("2026-09-18T17:00");
        explain("team-member", id, "LIMIT", "en")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("dueAt", equalTo("2026-09-28T17:30:00+08:00"))
                .body("days", empty())
                .body("sentences", hasItem(containsString("due later and does not bind")))
                .body(
                        "sentences",
                        hasItem("Without the roll it would end at 2026-09-25 (Friday) 17:00, which is no working"
                                + " day."));
    }

    @Test
    void aStartOutsideWorkingTimeAndAnEarlierReceiptAreTold() {
        UUID id = appeals.filed("2026-09-18T18:00");
        explain("team-member", id, "CONTACT", "en")
                .then()
                .body(
                        "sentences",
                        hasItem("That is outside working time, so the first minute counts from 2026-09-20 (Sunday)"
                                + " 08:30."));
    }

    @Test
    void aBreachAndItsWarningsAreTold() {
        // Given
        UUID id = appeals.filed("2026-09-17T10:00");
        sweep.run();

        // When
        Response told = explain("supervisor", id, "CONTACT", "en");

        // Then
        told.then()
                .log()
                .ifValidationFails()
                .body("state", equalTo("MISSED"))
                .body("fired.percent", contains(50, 80, 100))
                .body("fired[0].firedAt", equalTo("2026-09-17T10:30:00+08:00"))
                .body("outcome.met", equalTo(false))
                .body(
                        "sentences",
                        hasItems(
                                "At 2026-09-17 (Thursday) 10:48 80 percent of the time were used up, and that was"
                                        + " noted.",
                                "It was missed: the due at 2026-09-17 (Thursday) 11:00 passed without an answer."
                                        + " That stays so."));
    }

    @Test
    void aYearWithoutANoticeIsNamed() {
        UUID id = appeals.filed("2026-12-31T17:00");
        explain("team-member", id, "CONTACT", "en")
                .then()
                .body("provisional", equalTo(true))
                .body("dueAt", equalTo("2027-01-04T09:00:00+08:00"))
                .body("days.find { it.date == '2027-01-01' }.kind", equalTo("HOLIDAY"))
                .body("days.find { it.date == '2027-01-01' }.provisional", equalTo(true))
                .body(
                        "sentences",
                        hasItem(startsWith("The notice of the State Council for 2027 is not published yet.")));
    }

    @Test
    void aPromiseThatIsCutToAHarderOneSaysSo() {
        UUID id = appeals.filed("2026-12-31T10:00");
        explain("team-member", id, "RESOLVE", "en")
                .then()
                .log()
                .ifValidationFails()
                .body("rule.policyVersion", equalTo("PJ-2026-12"))
                .body("rule.cutTo", nullValue());
        UUID cut = appeals.filed("2026-02-13T10:00");
        explain("team-member", cut, "RESOLVE", "en")
                .then()
                .log()
                .ifValidationFails()
                .body("rule.cutTo", equalTo("LIMIT"))
                .body("rule.others", contains("5 WORKING_DAYS_END"))
                .body(
                        "sentences",
                        hasItem(startsWith("That is the target of the latest reply. The clock's own target, ")))
                .body(
                        "sentences",
                        hasItem(containsString("would be due at 2026-02-27 (Friday) 17:30, which is later")));
        explain("enterprise", cut, "RESOLVE", "zh-CN").then().body("sentences", hasItem(startsWith("以上为最长答复时限的时限。")));
    }

    @Test
    void wholeDaysAreToldDayByDay() {
        UUID id = appeals.filed("2026-12-05T10:00");
        explain("enterprise", id, "LIMIT", "en")
                .then()
                .log()
                .ifValidationFails()
                .body("dueAt", equalTo("2026-12-14T17:30:00+08:00"))
                .body("rule.unit", equalTo("NATURAL_DAYS_END"))
                .body("rule.rollForward", equalTo(false))
                .body("days.date", hasItem("2026-12-14"))
                .body(
                        "sentences",
                        hasItem(startsWith("Day number 7 is 2026-12-12 (Saturday), which is no working day")));
    }

    @Test
    void naturalTimeNeedsNoCalendar() {
        UUID id = appeals.filed("440703101", TimeClass.P0, "2026-09-18T17:00");
        explain("team-member", id, "CONTACT", "en")
                .then()
                .body("dueAt", equalTo("2026-09-18T17:30:00+08:00"))
                .body("days", empty())
                .body("sentences", not(hasItem(containsString("Working days and hours"))))
                .body("assumptions", hasSize(1));
    }

    @Test
    void everyoneSeesWhatConcernsHimAndNothingElse() {
        UUID id = appeals.dispatched("2026-09-18T16:58", "2026-09-18T16:59");
        explain("enterprise", id, "CONTACT", "en").then().statusCode(200);
        explain("enterprise", id, "SIGN", "en").then().statusCode(404);
        explain("unit-clerk", id, "SIGN", "en")
                .then()
                .statusCode(200)
                .body("sentences[0]", containsString("dispatched to 440703-ZR"));
        explain("enterprise-2", id, "CONTACT", "en").then().statusCode(404);
        explain("other-district-clerk", id, "CONTACT", "en").then().statusCode(404);
        explain("team-member", id, "MILESTONE", "en").then().statusCode(404);
        explain("team-member", UUID.randomUUID(), "CONTACT", "en").then().statusCode(404);
        Api.as("team-member")
                .get("/v1/appeals/none/clocks/CONTACT/explain")
                .then()
                .statusCode(404);
        Api.anonymous()
                .get("/v1/appeals/" + id + "/clocks/CONTACT/explain")
                .then()
                .statusCode(401);
        String clock = explain("team-member", id, "CONTACT", "en").path("clockId");
        explain("team-member", id, clock, "en").then().statusCode(200).body("clock", equalTo("CONTACT"));
    }

    private static Response explain(String persona, UUID id, String clock, String language) {
        return Api.as(persona)
                .request()
                .header("Accept-Language", language)
                .get("/v1/appeals/" + id + "/clocks/" + clock + "/explain");
    }
}

package org.pengjiang.appeal.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** Who reads what the offices write to each other about an appeal, and what its enterprise reads of the rest. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhoReadsWhichRowsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final List<String> BETWEEN_OFFICES = List.of(
            "appeal.contact-attempted.v1",
            "appeal.message-written.v1",
            "appeal.reply-drafted.v1",
            "appeal.reply-sent-back.v1");

    @Inject
    Appeals appeals;

    @Inject
    EventLog log;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.specialClass();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unit-clerk", "unit-head", "dispatcher", "callback-officer", "leader", "supervisor", "auditor"})
    void whoIsInvolvedAndSupervisionReadWhatTheOfficesWriteToEachOther(String who) {
        // Given
        AnAppeal appeal = discussed();

        // Then
        assertEquals(BETWEEN_OFFICES, seen(timeline(who, appeal)));
        assertEquals(BETWEEN_OFFICES, seen(feed(who, appeal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"department-clerk", "promotion-office", "team-member", "assessor", "enterprise"})
    void othersReadOnlyTheRest(String who) {
        // Given
        AnAppeal appeal = discussed();

        // Then
        for (List<String> read : List.of(timeline(who, appeal), feed(who, appeal))) {
            assertEquals(List.of(), seen(read));
            assertTrue(read.contains("appeal.signed.v1"), read.toString());
        }
    }

    @Test
    void thePeopleOfTheClassThatHandlesItAreInvolvedAndThoseOfAClosedOneNoMore() {
        // Given
        AnAppeal appeal = AnAppeal.ofProject();
        appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLASS_MEMBER, "contacts", AnAppeal.call(3)).then().statusCode(201);
        List<String> attempted = List.of("appeal.contact-attempted.v1");

        // Then: its member, its head, its lead unit; not the town
        for (String who : List.of("team-member", "team-captain", "department-clerk")) {
            assertEquals(attempted, seen(timeline(who, appeal)), who);
        }
        assertEquals(List.of(), seen(timeline("unit-clerk", appeal)));

        // When
        Rows.execute("UPDATE known_special_class SET open = false");

        // Then
        assertEquals(List.of(), seen(timeline("team-member", appeal)));
        assertEquals(attempted, seen(timeline("department-clerk", appeal)), "the lead unit answers for it");
    }

    @Test
    void whoTakesOverReadsAllAndWhoGaveItAwayWhatWasWrittenUntilThen() {
        // Given: all but sent back while the town had it
        AnAppeal appeal = discussed();
        String at = "(SELECT occurred_at FROM event_log WHERE type = 'appeal.reply-sent-back.v1')";

        // When
        Rows.execute("UPDATE assignment SET ended_at = " + at);
        Rows.execute("INSERT INTO assignment SELECT gen_random_uuid(), appeal_id, 2, 1, 'UNIT', NULL, '440703-ZR',"
                + " 'DISPATCHER', 'x', ended_at, NULL FROM assignment");
        Rows.execute("UPDATE appeal SET accountable_unit = '440703-ZR'");

        // Then
        List<String> before =
                List.of("appeal.contact-attempted.v1", "appeal.message-written.v1", "appeal.reply-drafted.v1");
        assertEquals(BETWEEN_OFFICES, seen(timeline("department-clerk", appeal)));
        assertEquals(BETWEEN_OFFICES, seen(feed("department-clerk", appeal)));
        assertEquals(before, seen(timeline("unit-clerk", appeal)));
        assertEquals(before, seen(feed("unit-clerk", appeal)));
    }

    @Test
    void anEnterpriseReadsNothingOfWhatTheOfficesOweEachOther() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();

        // When
        Response party = AnAppeal.ENTERPRISE.get(appeal.path() + "/timeline");
        Response staff = SUPERVISOR.get(appeal.path() + "/timeline");
        Response changes = await(AnAppeal.ENTERPRISE, "appeal.contacted.v1", "");

        // Then
        for (Response read : List.of(party, changes)) {
            String text = read.asString();
            assertFalse(text.contains("signDueAt") || text.contains("\"automatic\""), text);
            assertEquals("DISPATCHER", read.path("items.find { it.type == 'appeal.dispatched.v1' }.data.by"));
            Map<String, Object> signed = read.path("items.find { it.type == 'appeal.signed.v1' }.data");
            assertEquals("IN_PROGRESS", signed.get("state"));
            assertFalse(signed.containsKey("inTime"), text);
            assertTrue(signed.containsKey("signedAt"), text);
        }
        assertTrue(staff.asString().contains("signDueAt"), staff.asString());
        assertEquals(true, staff.path("items.find { it.type == 'appeal.signed.v1' }.data.inTime"));
    }

    @Test
    void aPartyOfARowReadsTheRowAndNothingOfAnAppealThatIsNotItsOwn() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();

        // When: a row that also names another enterprise
        QuarkusTransaction.requiringNew().run(() -> {
            Appeal both = appeals.forSweep(Scope.system(), UUID.fromString(appeal.id));
            log.appendFor(
                    List.of(Known.ENTERPRISE, "91440703MA5ABCDE5X"),
                    both,
                    new AppealClosed(both.standing(), both.filing().receivedAt(), "WINDOW", null));
        });

        // Then
        Response own = await(AnAppeal.ENTERPRISE, "appeal.closed.v1", "&expand=subject");
        Response other = await(AnAppeal.OTHER_ENTERPRISE, "appeal.closed.v1", "&expand=subject");
        assertEquals(appeal.id, own.path("items.find { it.type == 'appeal.closed.v1' }.subjectNow.id"));
        assertEquals(List.of("appeal.closed.v1"), other.path("items.type"));
        assertFalse(other.<Map<String, Object>>path("items[0]").containsKey("subjectNow"), other.asString());
        assertEquals(404, AnAppeal.OTHER_ENTERPRISE.get(appeal.path()).statusCode());
    }

    /** Contact in vain, a remark between offices, a draft, and what the head thinks of it. */
    private static AnAppeal discussed() {
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(3)).then().statusCode(201);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("visibility", "INTERNAL", "body", "虚构"))
                .then()
                .statusCode(201);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/send-back", Map.of("reason", "虚构"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return appeal;
    }

    private static List<String> seen(List<String> types) {
        List<String> seen = new ArrayList<>(types);
        seen.retainAll(BETWEEN_OFFICES);
        return seen;
    }

    private static List<String> timeline(String who, AnAppeal appeal) {
        Response page = Api.as(who).get(appeal.path() + "/timeline");
        page.then().log().ifValidationFails().statusCode(200);
        return page.path("items.type");
    }

    /** All that is final, up to the newest row that everybody sees. */
    private static List<String> feed(String who, AnAppeal appeal) {
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        Response page = Api.as(who).get("/v1/changes?limit=200");
        return page.path("items.findAll { it.subject == '" + appeal.id + "' }.type");
    }

    private static Response await(Api api, String type, String more) {
        Awaitility.await()
                .until(() -> api.get("/v1/changes?limit=200" + more)
                        .<List<String>>path("items.type")
                        .contains(type));
        return api.get("/v1/changes?limit=200" + more);
    }
}

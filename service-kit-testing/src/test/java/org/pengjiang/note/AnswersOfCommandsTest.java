package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** What a command answers is what is read next: the same bytes under the same tag, moments included. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class AnswersOfCommandsTest {
    private final Api writer = Api.as(Persona.of("answers-writer", "330120", "WRITER"));
    private final Api admin = Api.as(Persona.of("answers-admin", "330120", "ADMIN"));
    private final Api leader = Api.as(Persona.of("answers-leader", "330120", "LEADER"));

    @Test
    void ofANote() {
        Response written = writer.post("/v1/notes", CommandTest.note("answers " + UUID.randomUUID()));
        String note = "/v1/notes/" + written.path("id");
        String card = "/v1/note-cards/" + written.path("id");

        assertReadNext(written, writer, note);
        assertReadNext(writer.post(note + "/resize", Map.of("pages", 7), written.header("ETag")), writer, note);
        assertReadNext(writer.patch(note, Map.of("pages", 8), "\"1\""), writer, note);
        assertReadNext(writer.post(card + "/remarks", null), writer, card);
    }

    @Test
    void ofASettingAndItsProposals() {
        Response changed = admin.put(
                "/v1/settings/colours",
                Map.of("value", Map.of("names", List.of("BLUE")), "effectiveFrom", "2199-01-01", "source", "范例决定"),
                "\"1\"");
        assertReadNext(changed, admin, "/v1/settings/colours");

        for (String decision : List.of("confirm", "reject", "withdraw")) {
            Response proposed = admin.put(
                    "/v1/settings/length",
                    length(),
                    admin.get("/v1/settings/length").header("ETag"));
            String proposal = "/v1/setting-proposals/" + proposed.path("id");
            Api decider = decision.equals("withdraw") ? admin : leader;
            Map<String, String> body = decision.equals("confirm") ? null : Map.of("reason", "范例理由");

            assertReadNext(proposed, admin, proposal);
            assertReadNext(decider.post(proposal + "/" + decision, body, proposed.header("ETag")), decider, proposal);
        }
    }

    private int day = 1;

    private Map<String, Object> length() {
        day++;
        return Map.of("value", Map.of("most", day), "effectiveFrom", "2199-02-0" + day, "source", "范例决定");
    }

    @Test
    void ofAnAddress() {
        String address = "/v1/me/notice-address";
        Response set = writer.request()
                .contentType("application/json")
                .body(Map.of("email", "answers@example.com"))
                .put(address);

        assertReadNext(set, writer, address);
    }

    private static void assertReadNext(Response answered, Api by, String path) {
        assertEquals(2, answered.statusCode() / 100, answered.asString());
        Response read = by.get(path);
        assertEquals(read.asString(), answered.asString());
        assertEquals(read.header("ETag"), answered.header("ETag"), path);
    }
}

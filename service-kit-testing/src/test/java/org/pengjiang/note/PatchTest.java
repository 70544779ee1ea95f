package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.ETags;
import org.pengjiang.kit.testing.Persona;

/** A merge patch changes descriptive fields, all of them or none. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class PatchTest {
    private final Api writer = Api.as(Persona.of("patch-writer", "440703", "WRITER"));
    private final String title = "patched " + UUID.randomUUID();
    private String path;

    @BeforeEach
    void aNote() {
        path = "/v1/notes/"
                + writer.post("/v1/notes", Map.of("title", title, "pages", 3)).path("id");
    }

    @Test
    void onlyWhatIsNamedChanges() {
        Response answer = writer.patch(path, Map.of("pages", 4), "\"0\"");

        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(1, ETags.version(answer));
        assertEquals(title, answer.path("title"));
        assertEquals(4, answer.<Integer>path("pages"));
    }

    @Test
    void everyFaultIsNamedAndNothingChanges() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("title", null);
        patch.put("pages", "four");
        patch.put("id", "x");
        patch.put("division", null);

        Response answer = writer.patch(path, patch, "\"0\"");

        assertEquals(400, answer.statusCode(), answer.asString());
        assertProblem(answer, "BODY_INVALID");
        assertEquals(
                Set.of("/title", "/pages", "/id", "/division"),
                new TreeSet<>(answer.<List<String>>path("errors.pointer")));
        assertEquals(0, ETags.version(writer.get(path)));
        assertProblem(writer.patch(path, Map.of("title", " ", "pages", 0), "\"0\""), "BODY_INVALID");
    }

    @Test
    void onlyAnObjectOfTheRightTypeIsAPatch() {
        assertEquals(400, writer.patch(path, "[]", "\"0\"").statusCode());
        assertEquals(400, writer.patch(path, "null", "\"0\"").statusCode());
        assertEquals(400, writer.patch(path, "{", "\"0\"").statusCode());
        assertEquals(412, writer.patch(path, "{}", "\"3\"").statusCode());
        Response json = writer.request()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{}")
                .patch(path);
        assertEquals(415, json.statusCode());
    }
}

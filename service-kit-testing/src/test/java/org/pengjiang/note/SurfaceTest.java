package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.HttpContract;
import org.pengjiang.kit.testing.Persona;

/** The OpenAPI documents: where they stand, what the kit adds to them, and that nobody may answer otherwise. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class SurfaceTest {
    private final Api writer = Api.as(Persona.of("surface-writer", "440705", "WRITER"));

    @TestHTTPResource(management = true)
    URL management;

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/swagger-ui", "/q/swagger-ui/", "/q/openapi", "/q/openapi-v30", "/openapi", "/swagger-ui"})
    void thePublicPortShowsNoDocuments(String path) {
        assertEquals(404, writer.get(path).statusCode(), path);
    }

    @ParameterizedTest
    @CsvSource({"q/openapi, 3.1", "q/openapi-v30, 3.0.3"})
    void theManagementPortShowsBoth(String path, String version) throws Exception {
        assertTrue(document(path).path("openapi").asText().startsWith(version));
        assertEquals(200, RestAssured.given().get(at("q/swagger-ui/")).statusCode());
    }

    @Test
    void everyOperationSaysWhatAClientNeeds() {
        HttpContract.assertDescribed();
    }

    @Test
    void everyAnswerSaysWhoMayKeepIt() {
        HttpContract.assertHeaders();
    }

    @Test
    void everyConstantHasANameInBothLanguages() {
        HttpContract.assertCodesNamed();
    }

    @Test
    void aCommandTellsOfItsHeadersAndRefusals() throws Exception {
        JsonNode create = document("q/openapi-v30").at("/paths/~1v1~1notes/post");
        JsonNode resize = document("q/openapi-v30").at("/paths/~1v1~1notes~1{id}~1resize/post");

        assertEquals(List.of("dryRun", "IdempotencyKey"), parameters(create));
        assertEquals(List.of("id", "IdempotencyKey", "IfMatch"), parameters(resize));
        assertTrue(create.at("/responses/201/headers").has("Location"));
        assertTrue(resize.at("/responses/200/headers").has("ETag"));
        assertTrue(resize.path("responses").has("412"));
        assertFalse(create.path("responses").has("412"));
        assertTrue(create.path("responses").has("428"));
        assertTrue(create.path("description").asText().contains("`WRITER`"));
    }

    @Test
    void readingTellsOfVersionsAndPages() throws Exception {
        JsonNode one = document("q/openapi-v30").at("/paths/~1v1~1notes~1{id}/get");
        JsonNode list = document("q/openapi-v30").at("/paths/~1v1~1notes/get");

        assertTrue(one.path("responses").has("304"));
        assertTrue(list.at("/responses/200/headers").has("Link"));
        assertFalse(list.at("/responses/200/headers").has("ETag"));
    }

    @Test
    void aPatchRequiresNothingAndTheCatalogueHoldsTheServicesOwnCodes() throws Exception {
        JsonNode schemas = document("q/openapi-v30").at("/components/schemas");

        assertFalse(schemas.path("DescriptionPatch").has("required"));
        assertTrue(schemas.path("DescriptionPatch").path("properties").has("title"));
        String codes = schemas.at("/Problem/properties/code/description").asText();
        assertTrue(codes.contains("| NOTE_TITLE_TAKEN | 409 |"), codes);
        assertTrue(codes.contains("| VERSION_STALE | 412 |"), codes);
        assertEquals(List.of("id", "pages", "title"), texts(schemas.at("/NoteView/required")));
    }

    @ParameterizedTest
    @CsvSource({"more, secret", "less, times", "other, said"})
    void anAnswerThatIsNotAsDescribedFailsTheTestThatSeesIt(String how, String named) {
        AssertionError failure = assertThrows(AssertionError.class, () -> writer.get("/v1/lies/" + how));

        assertTrue(failure.getMessage().contains(named), failure.getMessage());
    }

    @Test
    void aWrongRequestFailsTheTestOnlyWhenItIsTaken() {
        assertEquals(200, writer.get("/v1/lies/not").statusCode());
        assertEquals(400, writer.get("/v1/lies/not?colour=red").statusCode());
    }

    private JsonNode document(String path) throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.given().get(at(path + "?format=json")).asByteArray());
    }

    private String at(String path) {
        return management.toString().replaceAll("/(q/?)?$", "") + "/" + path;
    }

    private static List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.has("name")
                        ? parameter.path("name").asText()
                        : parameter.path("$ref").asText().replaceAll(".*/", ""))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

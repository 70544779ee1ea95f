package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceQualityTest {
    private static final String BARE = """
            {"openapi": "3.0.3",
             "info": {"title": "Bare", "version": "1"},
             "servers": [{"url": "http://machine:8080"}],
             "paths": {"/v1/things/{id}": {"post": {
               "operationId": "things_1",
               "requestBody": {"content": {"application/json": {
                 "schema": {"$ref": "#/components/schemas/Thing1"},
                 "example": {"size": "large"}}}},
               "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {}}}}}}}},
             "components": {"schemas": {"Thing1": {"type": "object", "properties": {
               "size": {"type": "integer", "nullable": true}, "what": {}}}}}}
            """;

    @Test
    void everythingThatIsLeftUnsaidIsNamedAtOnce() {
        List<String> faults = SurfaceQuality.faults(BARE);

        for (String part : List.of(
                "info.title",
                "info.license",
                "not relative",
                "security scheme",
                "no summary",
                "no operationId",
                "no tag",
                "does not demand its body",
                "does not fit",
                "status 400",
                "status 401",
                "status 404",
                "200 application/json has no schema",
                "share the schema name of Thing1",
                "Thing1.size is nullable",
                "Thing1.what says nothing")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.contains(part)), part + " is not among " + faults);
        }
    }
}

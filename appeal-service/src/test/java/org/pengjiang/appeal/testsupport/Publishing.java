package org.pengjiang.appeal.testsupport;

import io.restassured.response.Response;
import java.util.Map;
import org.pengjiang.kit.testing.Api;

/** What one person proposes to publish and another one confirms. */
public final class Publishing {
    public static final String CALENDAR = "/v1/calendars/divisions/440703";

    private Publishing() {}

    /** The calendar of the district, proposed by its administrator and confirmed by its leader. */
    public static void calendar(Map<String, ?> publication) {
        Api admin = Api.as("admin");
        confirmed(admin.post(
                CALENDAR + "/publications", publication, admin.get(CALENDAR).header("ETag")));
    }

    public static void confirmed(Response proposed) {
        confirmed(Api.as("leader"), proposed);
    }

    public static void confirmed(Api by, Response proposed) {
        proposed.then().log().ifValidationFails().statusCode(202);
        by.post(proposed.header("Location") + "/confirm", null, proposed.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}

package org.pengjiang.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A small authenticated client of the service under test. Every change carries a fresh Idempotency-Key, and every exchange
 * is held to the service's OpenAPI document.
 *
 * <pre>{@code
 * Response project = Api.as("promotion-office").post("/v1/projects", body);
 * Api.as("promotion-office").post("/v1/projects/" + id + "/gate-requests", body, project.header("ETag"));
 * }</pre>
 */
public final class Api {
    private static final Map<Persona, String> TOKENS = new ConcurrentHashMap<>();
    // a charset behind application/json would be sent otherwise, and RFC 8259 knows none
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8"));

    static {
        PlainPaths.install();
    }

    private final @Nullable Persona persona;
    private final boolean isOnTheSurface;

    private Api(@Nullable Persona persona, boolean isOnTheSurface) {
        this.persona = persona;
        this.isOnTheSurface = isOnTheSurface;
    }

    /** Acts as a person of the realm file. */
    public static Api as(String persona) {
        return new Api(Persona.named(persona), true);
    }

    public static Api as(Persona persona) {
        return new Api(persona, true);
    }

    /** Sends no token. */
    public static Api anonymous() {
        return new Api(null, true);
    }

    /** Calls what no OpenAPI document describes, such as another spelling of an address. */
    public Api offTheSurface() {
        return new Api(persona, false);
    }

    /** For whatever the methods below do not say. Addresses are sent as written, without another encoding. */
    public RequestSpecification request() {
        RequestSpecification request = given().config(CONFIG).urlEncodingEnabled(false);
        if (isOnTheSurface) {
            request.filter(SurfaceCheck.INSTANCE);
        }
        return persona == null ? request : request.header("Authorization", "Bearer " + token(persona));
    }

    private static String token(Persona persona) {
        return TOKENS.computeIfAbsent(persona, Persona::token);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** Creates something: no If-Match. */
    public Response post(String path, @Nullable Object body) {
        return changing(body).post(path);
    }

    /** A command on something that exists, with its ETag as If-Match. */
    public Response post(String path, @Nullable Object body, String etag) {
        return changing(body).header("If-Match", etag).post(path);
    }

    public Response put(String path, Object body, String etag) {
        return changing(body).header("If-Match", etag).put(path);
    }

    /** A merge patch. */
    public Response patch(String path, Object body, String etag) {
        return changing(body)
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .patch(path);
    }

    public Response delete(String path, String etag) {
        return changing(null).header("If-Match", etag).delete(path);
    }

    private RequestSpecification changing(@Nullable Object body) {
        RequestSpecification request =
                request().header("Idempotency-Key", UUID.randomUUID().toString());
        return body == null ? request : request.contentType(ContentType.JSON).body(body);
    }
}

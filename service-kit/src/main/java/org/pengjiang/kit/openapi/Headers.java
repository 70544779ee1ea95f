package org.pengjiang.kit.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that commands and lists live by, in both directions. */
final class Headers {
    private static final String TAG = "\"3-q7Zt0mVbX1cR\"";
    private static final String IF_MATCH =
            "the ETag that was read. Only its version is compared: 412 when it is not the present one, and the refusal names what"
                    + " has changed since. 版本";
    private static final String ETAG =
            "means this representation: the version that commands are decided on, a hyphen, and a hash of all that is shown here"
                    + " (rights, masks, language, counters). A warning, a message or a counter changes the hash alone. 版本与内容";

    private Headers() {}

    static void declare(Components components) {
        components.addParameter("IdempotencyKey", idempotencyKey(true));
        components.addParameter("OptionalIdempotencyKey", idempotencyKey(false));
        components.addParameter("IfMatch", parameter("If-Match", true, IF_MATCH).schema(string().addExample(TAG)));
        components.addParameter(
                "IfNoneMatch",
                parameter(
                                "If-None-Match",
                                false,
                                "an ETag that is known: 304 when the answer would be the same, byte for byte 已知版本")
                        .schema(string().addExample(TAG)));
        components.addHeader("ETag", header(ETAG, string().addExample(TAG)).required(true));
        components.addHeader(
                "Location",
                header("where the new thing is 地址", string().format("uri-reference"))
                        .required(true));
        components.addHeader("Link", header("rel=\"next\" while there is more 下一页", string()));
        components.addHeader(
                "RetryAfter",
                header(
                        "seconds to wait 等待秒数",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(1)));
    }

    private static Parameter idempotencyKey(boolean required) {
        return parameter(
                        "Idempotency-Key",
                        required,
                        "made by the client, new for each intention: a repeat gets the first answer 幂等键")
                .schema(string().minLength(1)
                        .maxLength(255)
                        .pattern("^[\\x21-\\x7e]+$")
                        .addExample("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10"));
    }

    static void addTo(Operation operation, ResourceMethod method) {
        if (method.wantsIdempotencyKey()) {
            operation.addParameter(OASFactory.createParameter().ref("IdempotencyKey"));
        }
        if (method.takesIdempotencyKey()) {
            operation.addParameter(OASFactory.createParameter().ref("OptionalIdempotencyKey"));
        }
        if (method.wantsIfMatch()) {
            operation.addParameter(OASFactory.createParameter().ref("IfMatch"));
        }
        boolean hasCursor = hasQuery(operation, "cursor");
        boolean readsVersion = method.readsVersion(hasCursor);
        if (readsVersion) {
            operation.addParameter(OASFactory.createParameter().ref("IfNoneMatch"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("Still the version of If-None-Match 未变更")
                                    .addHeader("ETag", reference("ETag")));
        }
        for (Map.Entry<String, APIResponse> entry :
                operation.getResponses().getAPIResponses().entrySet()) {
            String status = entry.getKey();
            boolean isNew = status.equals("201") || status.equals("202");
            if (isNew) {
                entry.getValue().addHeader("Location", reference("Location"));
            }
            if (isNew || (status.equals("200") && (readsVersion || method.wantsIfMatch()))) {
                entry.getValue().addHeader("ETag", reference("ETag"));
            }
            if (status.equals("200") && hasCursor && method.answersResponse()) {
                entry.getValue().addHeader("Link", reference("Link"));
            }
        }
    }

    static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    private static boolean hasQuery(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter ->
                                name.equals(parameter.getName()) && parameter.getIn() == Parameter.In.QUERY);
    }

    private static Parameter parameter(String name, boolean required, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description);
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}

package org.pengjiang.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.problem.ProblemTexts;
import org.pengjiang.kit.problem.Problems;

/** The problem documents: their schema with the catalogue of codes, one shared response per status, and who may answer which. */
final class ProblemResponses {
    private static final String SCHEMA = "Problem";
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final int REST = 0;
    private static final Map<Integer, String> NAMES = names();

    private final Catalogue catalogue;

    ProblemResponses(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(400, "Malformed");
        names.put(401, "Unauthenticated");
        names.put(403, "Forbidden");
        names.put(404, "NotFound");
        names.put(408, "TooSlow");
        names.put(409, "Conflict");
        names.put(412, "Stale");
        names.put(413, "TooLarge");
        names.put(415, "UnsupportedMediaType");
        names.put(422, "Unacceptable");
        names.put(428, "PreconditionMissing");
        names.put(429, "TooManyRequests");
        names.put(503, "Unavailable");
        names.put(REST, "AnyProblem");
        return names;
    }

    void declare(Components components) {
        components.addSchema(SCHEMA, problem());
        components.addSchema("Fault", fault());
        components.addSchema("DecisiveChange", change());
        NAMES.forEach((status, name) -> components.addResponse(name, response(status)));
    }

    /** What this operation may be refused with, besides what its author has said. */
    void addTo(Operation operation, ResourceMethod method, boolean hasPathParameter) {
        add(operation, 400);
        if (!method.isForEverybody()) {
            add(operation, 401);
        }
        if (!method.roles().isEmpty()) {
            add(operation, 403);
        }
        if (hasPathParameter) {
            add(operation, 404);
        }
        if (method.isCommand()) {
            add(operation, 409);
        }
        if (method.wantsIfMatch()) {
            add(operation, 412);
        }
        if (operation.getRequestBody() != null) {
            add(operation, 408);
            add(operation, 413);
            add(operation, 415);
        }
        add(operation, 422);
        if (method.wantsIfMatch() || method.wantsIdempotencyKey()) {
            add(operation, 428);
        }
        add(operation, 429);
        add(operation, 503);
        add(operation, REST);
    }

    /** Gives the schema to a status that one operation alone has, and that its author has described. */
    static void complete(Operation operation) {
        for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
            MediaType problem =
                    response.getContent() == null ? null : response.getContent().getMediaType(Problems.MEDIA_TYPE);
            if (problem != null && problem.getSchema() == null) {
                problem.setSchema(OASFactory.createSchema().ref(SCHEMA));
            }
        }
    }

    private static void add(Operation operation, int status) {
        APIResponses responses = operation.getResponses();
        String code = status == REST ? APIResponses.DEFAULT : Integer.toString(status);
        if (!responses.hasAPIResponse(code)) {
            responses.addAPIResponse(
                    code, OASFactory.createAPIResponse().ref("#/components/responses/" + NAMES.get(status)));
        }
    }

    private APIResponse response(int status) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(
                        status == REST
                                ? "Any other refusal 其他错误"
                                : catalogue
                                                .first(status)
                                                .map(code -> ProblemTexts.title(code, Language.ENGLISH) + " "
                                                        + ProblemTexts.title(code, Language.CHINESE))
                                                .orElse("Refused")
                                        + ": " + catalogue.names(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMA))
                                        .example(example(status == REST ? 500 : status))));
        if (status == 401) {
            response.addHeader("WWW-Authenticate", text("Bearer"));
        }
        if (status == 429 || status == 503) {
            response.addHeader("Retry-After", Headers.reference("RetryAfter"));
        }
        return response;
    }

    private static Header text(String example) {
        return OASFactory.createHeader()
                .description("the scheme of the token 令牌方案")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample(example));
    }

    private Map<String, Object> example(int status) {
        ProblemCode code = catalogue.first(status).orElseThrow();
        Map<String, Object> example = new LinkedHashMap<>();
        example.put(
                "type",
                "urn:pengjiang:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        example.put("title", ProblemTexts.title(code, Language.ENGLISH));
        example.put("status", status);
        example.put("detail", ProblemTexts.title(code, Language.ENGLISH) + ".");
        example.put("code", code.name());
        example.put("traceId", TRACE_ID);
        return example;
    }

    private Schema problem() {
        return object("A refusal (RFC 9457) 错误说明. Further members say more, such as the present state.")
                .required(List.of("type", "title", "status", "detail", "code", "traceId"))
                .additionalPropertiesBoolean(true)
                .addProperty(
                        "type", string("urn:pengjiang:problem: and the code").format("uri"))
                .addProperty("title", string("in the language of Accept-Language 标题"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("the HTTP status 状态码"))
                .addProperty("detail", string("what is wrong here 详情"))
                .addProperty(
                        "code",
                        string("Stable; more may come. 错误代码\n\n| Code | Status | Title | 标题 |\n|---|---|---|---|\n"
                                + catalogue.table()))
                .addProperty("traceId", string("names this request in the logs 追踪号"))
                .addProperty(
                        "instance",
                        string("names this one request, whatever trace its sender has said it belongs to 请求号")
                                .format("uri"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("every fault at once 全部问题")
                                .items(OASFactory.createSchema().ref("Fault")))
                .addProperty("state", string("the present state 当前状态"))
                .addProperty(
                        "currentVersion",
                        int64(
                                "with 412: the present version, which the ETag begins with; absent when nothing is stored 当前版本"))
                .addProperty(
                        "changes",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description(
                                        "with 412: what has changed since the version of If-Match, of what this caller may see,"
                                                + " the oldest first, at most 20 变更内容")
                                .items(OASFactory.createSchema().ref("DecisiveChange")))
                .addProperty(
                        "moreChanges",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("with 412: true when more has changed than is named 还有更多变更"))
                .addProperty(
                        "allowedCommands",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("what this caller may do instead 可执行操作")
                                .items(OASFactory.createSchema().addType(SchemaType.STRING)));
    }

    private static Schema fault() {
        return object("One fault among all those of a request 单项问题")
                .required(List.of("pointer", "code", "detail"))
                .addProperty(
                        "pointer", string("a JSON pointer into the body, or query:name, path:name, header:name 位置"))
                .addProperty("code", string("of the catalogue, or of a check of identifiers 错误代码"))
                .addProperty("detail", string("what is wrong with it 详情"));
    }

    private static Schema change() {
        return object("An event after which a command has to be decided anew 变更")
                .required(List.of("type", "occurredAt", "version"))
                .addProperty("type", string("as in the change feed 事件类型"))
                .addProperty("title", string("in the language of Accept-Language 标题"))
                .addProperty("occurredAt", string("when 发生时间").format("date-time"))
                .addProperty("version", int64("the version after it 变更后的版本"))
                .addProperty("actor", string("the account that acted; not shown to an enterprise 操作账号"));
    }

    private static Schema int64(String description) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .description(description);
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}

package org.pengjiang.kit.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.MergePatch;

/**
 * Holds every exchange of the API tests to the OpenAPI 3.0.3 document of the running service. An answer always has to be
 * as described, and to say who may keep it. A request has to be so when it is answered by a 2xx; one that is refused was
 * meant to be wrong.
 */
final class SurfaceCheck implements OrderedFilter {
    static final SurfaceCheck INSTANCE = new SurfaceCheck();

    private static final String NO_PATH = "validation.request.path.missing";
    private static final String NO_OPERATION = "validation.request.operation.notAllowed";
    private static final int FIRST_REFUSAL = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, OpenApiInteractionValidator> byService = new ConcurrentHashMap<>();

    private SurfaceCheck() {}

    @Override
    public int getOrder() {
        return OrderedFilter.LOWEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        URI address =
                URI.create(request.getURI().replaceAll("[^\\x21-\\x7e]", "%20").replace("|", "%7C"));
        Request.Method method;
        try {
            method = Request.Method.valueOf(request.getMethod());
        } catch (IllegalArgumentException notDescribable) {
            return answer;
        }
        boolean isAccepted = answer.statusCode() < FIRST_REFUSAL;
        OpenApiInteractionValidator validator =
                byService.computeIfAbsent(ServedSurface.address(), any -> validatorOfRunningService());
        ValidationReport report = validator.validateResponse(address.getRawPath(), method, response(answer));
        if (isAccepted && method != Request.Method.OPTIONS) {
            report = report.merge(validator.validateRequest(request(method, address, request)));
        }
        List<ValidationReport.Message> faults = report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> isAccepted || !isNotDescribed(message))
                .toList();
        List<String> headerFaults =
                AnswerHeaders.faults(io.restassured.http.Method.valueOf(request.getMethod()), answer);
        if (!headerFaults.isEmpty()) {
            throw new AssertionError(method + " " + address + ": " + String.join("\n  ", headerFaults));
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answers %d, and the OpenAPI document says otherwise:%n  %s%n%s%nSent: %s"
                    .formatted(
                            method,
                            address,
                            answer.statusCode(),
                            faults.stream()
                                    .map(fault -> fault.getKey() + ": " + fault.getMessage())
                                    .collect(Collectors.joining("\n  ")),
                            text(answer),
                            String.valueOf(request.<Object>getBody())));
        }
        return answer;
    }

    /** What is answered by 404 or 405 need not be described. */
    private static boolean isNotDescribed(ValidationReport.Message message) {
        return message.getKey().equals(NO_PATH) || message.getKey().equals(NO_OPERATION);
    }

    private static OpenApiInteractionValidator validatorOfRunningService() {
        return OpenApiInteractionValidator.createForInlineApiSpecification(ServedSurface.json(ServedSurface.TWIN))
                .withBasePathOverride("/")
                .withLevelResolver(LevelResolver.create()
                        // the kit refuses unknown parameters itself; a header more is no fault
                        .withLevel("validation.request.parameter.header.missing", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    private static com.atlassian.oai.validator.model.Response response(Response answer) {
        SimpleResponse.Builder copy = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().forEach(header -> copy.withHeader(header.getName(), header.getValue()));
        byte[] body = answer.asByteArray();
        return body.length == 0 ? copy.build() : copy.withBody(body).build();
    }

    private static SimpleRequest request(Request.Method method, URI address, FilterableRequestSpecification request) {
        SimpleRequest.Builder copy = new SimpleRequest.Builder(method, address.getRawPath());
        request.getHeaders().forEach(header -> copy.withHeader(header.getName(), header.getValue()));
        query(address.getRawQuery()).forEach(copy::withQueryParam);
        Object body = request.getBody();
        if (MergePatch.MEDIA_TYPE.equals(request.getContentType()) && body instanceof String patch) {
            copy.withBody(withoutRemovals(patch), StandardCharsets.UTF_8);
        } else if (body instanceof byte[] bytes) {
            copy.withBody(bytes);
        } else if (body != null) {
            copy.withBody(body.toString(), StandardCharsets.UTF_8);
        }
        return copy.build();
    }

    /** Null removes: no schema of ours says so, because optional means absent everywhere else. */
    private static String withoutRemovals(String patch) {
        try {
            JsonNode members = JSON.readTree(patch);
            removeNulls(members);
            return members.toString();
        } catch (JsonProcessingException e) {
            return patch;
        }
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode members) {
            members.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(SurfaceCheck::removeNulls);
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> parameters = new TreeMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }
}

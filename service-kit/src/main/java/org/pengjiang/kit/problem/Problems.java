package org.pengjiang.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pengjiang.kit.trace.Trace;

/** Writes a refusal as RFC 9457 document: the only place where a kind becomes a status. */
@ApplicationScoped
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:pengjiang:problem:";
    private static final String INSTANCE = "urn:pengjiang:request:";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    public static int status(ProblemCode code) {
        return code.kind().status();
    }

    public Response response(DomainException refusal, Language language) {
        ProblemCode code = refusal.code();
        Response.ResponseBuilder response = Response.status(status(code))
                .entity(document(refusal, language))
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (code.kind() == Kind.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (code.kind() == Kind.UNAVAILABLE
                || code.kind() == Kind.TOO_MANY_REQUESTS
                || code == KitProblem.REQUEST_IN_PROGRESS) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return response.build();
    }

    /** The document as bytes, also for refusals below JAX-RS. */
    public byte[] document(DomainException refusal, Language language) {
        ProblemCode code = refusal.code();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("title", ProblemTexts.title(code, language));
        document.put("status", status(code));
        document.put("detail", ProblemTexts.detail(code, refusal.arguments(), language));
        document.put("code", code.name());
        document.put("instance", INSTANCE + Trace.requestId());
        document.put("traceId", Trace.id());
        if (!refusal.faults().isEmpty()) {
            document.put("errors", errors(refusal.faults(), language));
        }
        refusal.members().forEach(document::putIfAbsent);
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a member of problem " + code.name() + " has no JSON form", e);
        }
    }

    private static List<Map<String, String>> errors(List<Fault> faults, Language language) {
        return faults.stream()
                .map(fault -> Map.of(
                        "pointer", fault.pointer(),
                        "code", fault.code().name(),
                        "detail", ProblemTexts.detail(fault.code(), fault.arguments(), language)))
                .toList();
    }
}

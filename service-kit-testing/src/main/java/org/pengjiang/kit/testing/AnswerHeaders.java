package org.pengjiang.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What every answer has to say about itself: its type is meant, what it depends on, who may keep it. */
final class AnswerHeaders {
    private static final String UUID = "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10";
    private static final Set<String> COMPRESSED =
            Set.of("application/json", "application/problem+json", "text/csv", "text/plain");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int FIRST_REFUSAL = 400;
    private static final int NOT_MODIFIED = 304;

    private AnswerHeaders() {}

    /** What is wrong with them. */
    static List<String> faults(Method method, Response answer) {
        List<String> faults = new ArrayList<>();
        require(faults, "nosniff".equals(answer.header("X-Content-Type-Options")), "X-Content-Type-Options", answer);
        require(faults, answer.headers().getList("Vary").size() == 1, "Vary once", answer);
        Set<String> vary = vary(answer);
        require(faults, vary.contains("Authorization"), "Vary: Authorization", answer);
        boolean isRefused = answer.statusCode() >= FIRST_REFUSAL;
        require(faults, !isRefused || vary.contains("Accept-Language"), "Vary: Accept-Language", answer);
        boolean isCompressible = answer.statusCode() == NOT_MODIFIED
                || COMPRESSED.contains(String.valueOf(answer.contentType()).split(";", 2)[0]);
        require(faults, vary.contains("Accept-Encoding") == isCompressible, "Vary: Accept-Encoding", answer);
        boolean isVersioned = method == Method.GET && answer.header("ETag") != null;
        List<String> keeping = answer.headers().getValues("Cache-Control");
        require(
                faults,
                keeping.equals(List.of("no-store")) || (isVersioned && keeping.equals(List.of("private, no-cache"))),
                "Cache-Control",
                answer);
        String location = answer.header("Location");
        require(faults, location == null || location.startsWith("/"), "a relative Location", answer);
        return faults;
    }

    /** Calls every operation of the running service, with a token and without, and looks at the answers. */
    static List<String> faultsOfEveryOperation(String document) {
        List<String> faults = new ArrayList<>();
        JsonNode paths = ContractFile.tree(document).path("paths");
        Api somebody =
                Api.as(Persona.of("headers", "440703", "ADMIN", "AUDITOR")).offTheSurface();
        Api anonymous = Api.anonymous().offTheSurface();
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations++;
                    Method method = Method.valueOf(operation.getKey().toUpperCase(Locale.ROOT));
                    String address = path.getKey().replaceAll("\\{[^}]*}", UUID);
                    // a stream has no end to wait for
                    boolean isStream =
                            operation.getValue().at("/responses/200/content").has("text/event-stream");
                    for (Api caller : isStream ? List.of(anonymous) : List.of(somebody, anonymous)) {
                        faults(method, caller.request().request(method, address))
                                .forEach(fault -> faults.add(method + " " + path.getKey() + ": " + fault));
                    }
                }
            }
        }
        if (operations == 0) {
            faults.add("the document names no operation");
        }
        return faults;
    }

    private static Set<String> vary(Response answer) {
        Set<String> names = new TreeSet<>();
        for (String value : answer.headers().getValues("Vary")) {
            names.addAll(List.of(value.split(", *")));
        }
        return names;
    }

    private static void require(List<String> faults, boolean holds, String wanted, Response answer) {
        if (!holds) {
            faults.add(wanted + " is wanted of " + answer.statusCode() + ": " + answer.headers());
        }
    }
}

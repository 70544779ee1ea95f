package org.pengjiang.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.systemtests.Callers.Standing;

/** Who was let in to one operation, by where he stands. */
record Permitted(boolean real, Map<Standing, Set<String>> who) {
    private static final Set<Integer> SHUT_OUT = Set.of(401, 403, 404);

    static Permitted ask(SuiteClient service, Operation operation, KnownIds ids, Callers callers) {
        Operation.Request request = operation.request(ids);
        Map<Standing, Set<String>> who = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            Set<String> let = new TreeSet<>();
            for (String persona : Callers.personas()) {
                Answer answer = send(service, request, callers.token(persona, standing));
                require(operation, persona, answer);
                boolean in = request.real() ? !SHUT_OUT.contains(answer.status()) : answer.status() != 403;
                if (in) {
                    let.add(persona);
                }
            }
            who.put(standing, let);
        }
        return new Permitted(request.real(), who);
    }

    /** So many requests in so short a time are limited, as they should be. */
    private static Answer send(SuiteClient service, Operation.Request request, String token) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Authorization", "Bearer " + token);
        // a key of its own: keys are kept by account, and the same persona who stands elsewhere would get its first
        // answer
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        while (true) {
            Answer answer = service.as("")
                    .send(request.method(), request.path(), request.body(), request.contentType(), headers);
            if (answer.status() != 429 && answer.status() != 503) {
                return answer;
            }
            SuiteRun.pause(Duration.ofMillis(200));
        }
    }

    private static void require(Operation operation, String persona, Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(
                    operation.id() + " as " + persona + " was answered " + answer.status() + ": " + answer.body());
        }
    }

    String row(Operation operation, List<String> personas) {
        List<String> cells = new ArrayList<>();
        cells.add(operation.method() + " " + operation.path() + (real ? "" : " °"));
        for (Standing standing : Standing.values()) {
            cells.add(words(who.getOrDefault(standing, Set.of()), personas));
        }
        return String.join(" | ", cells);
    }

    private static String words(Set<String> let, List<String> personas) {
        if (let.size() == personas.size()) {
            return "everybody";
        }
        if (let.isEmpty()) {
            return "nobody";
        }
        Set<String> out = new TreeSet<>(personas);
        out.removeAll(let);
        return out.size() <= 4 ? "everybody but " + String.join(", ", out) : String.join(", ", let);
    }
}

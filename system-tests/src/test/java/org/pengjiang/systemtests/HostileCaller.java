package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.systemtests.RawConnection.Reply;

/**
 * Sends hostile requests to the operations of one service and collects what is answered wrongly: a 5xx, a refusal that is no
 * problem document, one of a body that names no place, one that left a row in the log.
 */
final class HostileCaller implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 300;

    private final SuiteClient service;
    private final RawConnection connection;
    private final KnownBodies bodies;
    private final Random random;
    private final HostileBodies hostile;
    private final HostileParameters parameters;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private @Nullable String etag;
    private int turn;
    private int accepted;

    HostileCaller(SuiteClient service, RawConnection connection, KnownBodies bodies, long seed) {
        this.service = service;
        this.connection = connection;
        this.bodies = bodies;
        this.random = new Random(seed);
        this.hostile = new HostileBodies(random);
        this.parameters = new HostileParameters(random);
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** One line for each wrong answer. */
    List<String> wrong() {
        return wrong;
    }

    /** How many requests since the last call were accepted. */
    int accepted() {
        int since = accepted;
        accepted = 0;
        return since;
    }

    /** Every member of every body that is known for the operation, and every parameter, by those who may call it in turn. */
    void attack(Operation operation, List<String> personas) {
        List<KnownBodies.Example> examples = bodies.of(operation);
        for (KnownBodies.Example example : examples) {
            etag = null;
            for (HostileBodies.Body body : distorted(operation, example)) {
                distort(operation, example, body, next(personas));
            }
        }
        KnownBodies.Example example = examples.getFirst();
        String persona = next(personas);
        Map<String, String> headers = headers(operation, example, persona);
        for (HostileParameters.Request request : parameters.of(operation, example.path(), headers)) {
            Reply reply = send(operation, request.target(), persona, request.headers(), bodies.plain(example));
            check(reply, operation, persona, request.what(), request.wellFormed(), false);
        }
    }

    private List<HostileBodies.Body> distorted(Operation operation, KnownBodies.Example example) {
        if (!operation.carriesBody()) {
            return List.of();
        }
        if (example.json() == null) {
            return hostile.encodings(bodies.text(example));
        }
        return example.isBare() ? hostile.essential(example.json()) : hostile.of(example.json());
    }

    private void distort(Operation operation, KnownBodies.Example example, HostileBodies.Body body, String persona) {
        Map<String, String> headers = headers(operation, example, persona);
        Reply reply = send(operation, example.path(), persona, headers, bodies.stamped(body.bytes()));
        check(reply, operation, persona, body.what(), true, example.json() != null);
    }

    private String next(List<String> personas) {
        return personas.get(turn++ % personas.size());
    }

    private Map<String, String> headers(Operation operation, KnownBodies.Example example, String persona) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (operation.carriesBody()) {
            headers.put("Content-Type", operation.contentType());
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (operation.demandsVersion()) {
            if (etag == null) {
                etag = bodies.etag(service, operation, example, persona);
            }
            headers.put("If-Match", etag);
        }
        return headers;
    }

    private Reply send(
            Operation operation, String target, String persona, Map<String, String> headers, byte @Nullable [] body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + service.as(persona).token());
        while (true) {
            Reply reply = connection.exchange(operation.method(), target, all, operation.carriesBody() ? body : null);
            if (reply.status() != 429) {
                if (reply.status() < 300) {
                    accepted++;
                }
                if (reply.status() < 300 || reply.status() == 412) {
                    etag = null;
                }
                return reply;
            }
            // so many requests in so short a time are limited, as they should be
            SuiteRun.pause(Duration.ofMillis(20));
        }
    }

    private void check(
            Reply reply, Operation operation, String persona, String what, boolean wellFormed, boolean ofBody) {
        statuses.merge(reply.status(), 1, Integer::sum);
        String fault = fault(reply, wellFormed, ofBody);
        if (!fault.isEmpty()) {
            String body = reply.text();
            wrong.add(operation + " as " + persona + ", " + what + ": " + fault + ", " + reply.status() + " "
                    + body.substring(0, Math.min(body.length(), MOST_SHOWN)));
        }
    }

    private static String fault(Reply reply, boolean wellFormed, boolean ofBody) {
        if (reply.status() >= 500) {
            return "the server's fault";
        }
        if (reply.status() < 400 || !wellFormed) {
            return "";
        }
        JsonNode problem = json(reply.body());
        if (!"application/problem+json".equals(reply.headers().get("content-type"))
                || problem.path("status").asInt() != reply.status()
                || problem.path("code").asText().isEmpty()
                || problem.path("traceId").asText().isEmpty()) {
            return "no problem document";
        }
        boolean namesPlaces = problem.path("errors").size() > 0;
        return ofBody && reply.status() == 400 && !namesPlaces ? "names no place" : "";
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

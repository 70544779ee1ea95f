package org.pengjiang.localstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Speaks to the suite as one persona. Every POST carries a fresh {@code Idempotency-Key} unless one is given. */
public final class SuiteClient {
    /** In the order of their keys, so that a step told again sends the same bytes and is the same request. */
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI tokenEndpoint;
    private final URI service;
    private final String persona;
    private final Map<String, Token> tokens;

    private record Token(String value, long refreshAtNanos) {}

    private SuiteClient(HttpClient http, URI tokenEndpoint, URI service, String persona, Map<String, Token> tokens) {
        this.http = http;
        this.tokenEndpoint = tokenEndpoint;
        this.service = service;
        this.persona = persona;
        this.tokens = tokens;
    }

    /** @param service the base address of one service, such as {@code http://127.0.0.1:8081} */
    public static SuiteClient of(URI tokenEndpoint, URI service) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new SuiteClient(http, tokenEndpoint, service, "", new ConcurrentHashMap<>());
    }

    public SuiteClient as(String other) {
        return new SuiteClient(http, tokenEndpoint, service, other, tokens);
    }

    public SuiteClient at(URI other) {
        return new SuiteClient(http, tokenEndpoint, other, persona, tokens);
    }

    public Answer get(String path) {
        return send("GET", path, null, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** Commands on what exists: {@code etag} goes out as {@code If-Match}. */
    public Answer post(String path, Object body, String etag) {
        return post(path, body, Map.of("If-Match", etag));
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, json(body), "application/json", headers);
    }

    public Answer put(String path, Object body, String etag) {
        return send("PUT", path, json(body), "application/json", Map.of("If-Match", etag));
    }

    public Answer patch(String path, Object body, String etag) {
        return send("PATCH", path, json(body), "application/merge-patch+json", Map.of("If-Match", etag));
    }

    public Answer postText(String path, String contentType, String body) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), contentType, Map.of());
    }

    /** The general form, for what a careless or malicious caller sends. */
    public Answer send(
            String method,
            String path,
            byte @Nullable [] body,
            @Nullable String contentType,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!persona.isEmpty()) {
            request.header("Authorization", "Bearer " + token());
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (method.equals("POST") && !headers.containsKey("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        HttpResponse<byte[]> response = exchange(request.build());
        return new Answer(
                method + " " + path, response.statusCode(), response.headers(), read(response.body()), response.body());
    }

    /** The bare bearer token of this persona. */
    public String token() {
        Token known = tokens.get(persona);
        if (known == null || System.nanoTime() > known.refreshAtNanos()) {
            known = issue();
            tokens.put(persona, known);
        }
        return known.value();
    }

    private Token issue() {
        String form = "grant_type=password&client_id=suite-cli&username="
                + URLEncoder.encode(persona, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(persona, StandardCharsets.UTF_8);
        HttpResponse<byte[]> response = exchange(HttpRequest.newBuilder(tokenEndpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        JsonNode body = read(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("No token for persona '%s': %s".formatted(persona, body));
        }
        long seconds = Math.max(10, body.path("expires_in").asLong(300) / 2);
        return new Token(
                body.path("access_token").asText(),
                System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, SuiteClient::body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static BodySubscriber<byte[]> body(ResponseInfo about) {
        boolean isStream = about.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return isStream ? new HeadOfStream() : BodySubscribers.ofByteArray();
    }

    /** A stream has no end to wait for: its head is the answer. */
    private static final class HeadOfStream implements BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return CompletableFuture.completedFuture(new byte[0]);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            // nobody reads them
        }

        @Override
        public void onError(Throwable failure) {
            // the answer is known
        }

        @Override
        public void onComplete() {
            // it was cancelled before
        }
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (IOException e) {
            return JSON.getNodeFactory()
                    .textNode(new String(Arrays.copyOf(bytes, Math.min(bytes.length, 2000)), StandardCharsets.UTF_8));
        }
    }
}

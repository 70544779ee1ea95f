package org.pengjiang.localstack.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The issuer over HTTP: discovery, keys, tokens; errors as RFC 6749 words them. */
final class IssuerEndpoints {

    private static final int LARGEST_FORM = 16 * 1024;
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Reply(int status, Map<String, ?> body) {

        static Reply error(int status, String error, String description) {
            return new Reply(status, Map.of("error", error, "error_description", description));
        }
    }

    private record ClientCredentials(String id, String secret) {}

    private final TokenIssuer issuer;
    private final Realm realm;
    private final Duration lifetime;

    IssuerEndpoints(TokenIssuer issuer, Realm realm, Duration lifetime) {
        this.issuer = issuer;
        this.realm = realm;
        this.lifetime = lifetime;
    }

    void discovery(HttpExchange exchange) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer.url());
        document.put("jwks_uri", issuer.jwksUrl().toString());
        document.put("token_endpoint", issuer.tokenEndpoint().toString());
        document.put("authorization_endpoint", issuer.url() + AuthorizationPage.PATH);
        document.put("grant_types_supported", List.of("password", "client_credentials", "implicit"));
        document.put("response_types_supported", List.of("token"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        answer(exchange, "GET", form -> new Reply(200, document));
    }

    void certificates(HttpExchange exchange) throws IOException {
        answer(exchange, "GET", form -> new Reply(200, issuer.jwks()));
    }

    void token(HttpExchange exchange) throws IOException {
        answer(exchange, "POST", form -> {
            ClientCredentials client = client(exchange, form);
            return switch (form.getOrDefault("grant_type", "")) {
                case "password" -> password(client, form);
                case "client_credentials" -> clientCredentials(client);
                case "" -> Reply.error(400, "invalid_request", "grant_type is missing");
                default -> Reply.error(400, "unsupported_grant_type", "use password or client_credentials");
            };
        });
    }

    void unknown(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                exchange.getRequestMethod(),
                form -> Reply.error(
                        404, "not_found", "start at /realms/" + realm.name() + "/.well-known/openid-configuration"));
    }

    private Reply password(ClientCredentials client, Map<String, String> form) {
        if (!realm.allowsPasswords(client.id())) {
            return Reply.error(401, "invalid_client", "this client may not ask for tokens of persons");
        }
        Optional<Persona> persona =
                realm.withPassword(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        return persona.map(this::granted)
                .orElseGet(() -> Reply.error(400, "invalid_grant", "no such persona, or a wrong password"));
    }

    private Reply clientCredentials(ClientCredentials client) {
        return realm.serviceAccount(client.id(), client.secret())
                .map(this::granted)
                .orElseGet(() -> Reply.error(401, "invalid_client", "no such client, or a wrong secret"));
    }

    private Reply granted(Persona persona) {
        return new Reply(
                200,
                Map.of(
                        "access_token", issuer.token(persona.claims()),
                        "token_type", "Bearer",
                        "expires_in", lifetime.toSeconds()));
    }

    private static ClientCredentials client(HttpExchange exchange, Map<String, String> form) {
        @Nullable String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            String decoded = new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon >= 0) {
                return new ClientCredentials(decode(decoded.substring(0, colon)), decode(decoded.substring(colon + 1)));
            }
        }
        return new ClientCredentials(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
    }

    private interface Handler {
        Reply handle(Map<String, String> form);
    }

    private void answer(HttpExchange exchange, String method, Handler handler) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
            Reply reply = reply(exchange, method, handler, request);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange, String method, Handler handler, byte[] request) {
        if (!isForLoopback(exchange)) {
            // a web page or a forwarded port that reaches loopback under another name gets nothing
            return Reply.error(403, "access_denied", "this issuer serves its own machine only");
        }
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            return Reply.error(405, "invalid_request", "use " + method);
        }
        if (request.length > LARGEST_FORM) {
            return Reply.error(413, "invalid_request", "the form is too large");
        }
        try {
            return handler.handle(form(new String(request, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Reply.error(400, "invalid_request", "the request is not properly encoded");
        }
    }

    static boolean isForLoopback(HttpExchange exchange) {
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

package org.pengjiang.localstack.issuer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Where Swagger UI gets a token: a page that lists the personas, and a click on one leads back with its token (the implicit
 * flow, RFC 6749, 4.2). It leads only to the addresses that the realm file names for the client.
 */
final class AuthorizationPage {
    static final String PATH = "/protocol/openid-connect/auth";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>Who do you want to be? 选择身份</title>
            <h1>Who do you want to be? 选择身份</h1>
            <ul>
            %s
            </ul></html>
            """;

    private final TokenIssuer issuer;
    private final Realm realm;
    private final Duration lifetime;

    AuthorizationPage(TokenIssuer issuer, Realm realm, Duration lifetime) {
        this.issuer = issuer;
        this.realm = realm;
        this.lifetime = lifetime;
    }

    void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean asked = exchange.getRequestMethod().equals("GET") && IssuerEndpoints.isForLoopback(exchange);
            String page = asked ? page(exchange) : "";
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(body.length == 0 ? 400 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Empty for a request that gets no token: there is no address that one could safely be sent back to. */
    private String page(HttpExchange exchange) {
        try {
            Map<String, String> query = IssuerEndpoints.form(
                    Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
            URI back = URI.create(query.getOrDefault("redirect_uri", ""));
            boolean allowed = "token".equals(query.get("response_type"))
                    && realm.allowsRedirect(query.getOrDefault("client_id", ""), back);
            return allowed ? PAGE.formatted(personas(back, query.getOrDefault("state", ""))) : "";
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** Names of the realm file are letters, digits and hyphens. */
    private String personas(URI back, String state) {
        return issuer.personas().stream()
                .map(name ->
                        "<li><a href=\"%s#access_token=%s&amp;token_type=Bearer&amp;expires_in=%d&amp;state=%s\">%s</a>"
                                .formatted(
                                        back,
                                        issuer.tokenFor(name),
                                        lifetime.toSeconds(),
                                        URLEncoder.encode(state, StandardCharsets.UTF_8),
                                        name))
                .collect(Collectors.joining("\n"));
    }
}

package org.pengjiang.localstack.issuer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Ports;

/**
 * Issues tokens under the same paths as Keycloak does, so that services cannot tell the difference. Its passwords are
 * public, therefore it listens on loopback only and refuses anything else.
 */
public final class TokenIssuer implements Issuer {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().name("issuer-", 0).daemon().factory());
    private final Realm realm = Realm.load();
    private final SigningKey key;
    private final String url;
    private final Duration lifetime;

    private TokenIssuer(IssuerOptions options) {
        InetAddress address = loopback(options.host());
        this.server = listen(new InetSocketAddress(address, options.port()));
        this.key = SigningKey.keptIn(options.folder());
        this.lifetime = options.tokenLifetime();
        String own = "http://" + options.host() + ":" + server.getAddress().getPort() + "/realms/" + realm.name();
        this.url = options.url() == null ? own : options.url();
        IssuerEndpoints endpoints = new IssuerEndpoints(this, realm, lifetime);
        String path = "/realms/" + realm.name();
        server.createContext("/", endpoints::unknown);
        server.createContext(path + "/.well-known/openid-configuration", endpoints::discovery);
        server.createContext(path + "/protocol/openid-connect/certs", endpoints::certificates);
        server.createContext(path + "/protocol/openid-connect/token", endpoints::token);
        server.createContext(path + AuthorizationPage.PATH, new AuthorizationPage(this, realm, lifetime)::show);
        server.setExecutor(workers);
        server.start();
    }

    public static TokenIssuer start(IssuerOptions options) {
        return new TokenIssuer(options);
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public String url() {
        return url;
    }

    public List<String> personas() {
        return realm.personaNames();
    }

    /** A token for a persona of the realm file. */
    public String tokenFor(String persona) {
        return realm.persona(persona)
                .map(known -> token(known.claims()))
                .orElseThrow(() -> new IllegalArgumentException("no such persona: " + persona));
    }

    /** A token with any claims, for tests that need a caller who is no persona; {@code sub} is among the claims. */
    public String token(Map<String, ?> claims) {
        Instant now = Instant.now();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", url);
        all.put("aud", "pengjiang-suite");
        all.put("iat", now.getEpochSecond());
        all.put("exp", now.plus(lifetime).getEpochSecond());
        all.put("jti", UUID.randomUUID().toString());
        all.putAll(claims);
        return key.sign(all);
    }

    Map<String, Object> jwks() {
        return key.jwks();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static InetAddress loopback(String host) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StackFailure("The issuer cannot listen on " + host + ": no such host; use 127.0.0.1.", e);
        }
        if (!address.isLoopbackAddress()) {
            throw new StackFailure(
                    "The issuer hands out tokens for public passwords, so it listens on loopback only and" + " refuses "
                            + host + "; use 127.0.0.1, or a real identity provider for a network.");
        }
        return address;
    }

    private static HttpServer listen(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 64);
        } catch (IOException e) {
            Ports.requireFree(address.getPort(), "the token issuer");
            throw new StackFailure("The token issuer cannot listen on " + address + ": " + e.getMessage() + ".", e);
        }
    }
}

package org.pengjiang.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A fictional person of the realm file, the same that the issuer and Keycloak read.
 *
 * @param subject the account: the id of the realm file
 * @param claims what stands in the token beside subject and roles: a text, or a list of texts
 */
public record Persona(String subject, List<String> roles, Map<String, Object> claims) {
    private static final String REALM = "docker/keycloak/pengjiang-realm.json";
    private static final long TOKEN_SECONDS = 3600;
    private static final Set<String> CLAIMS = Set.of("division", "unit", "teams", "enterprise");

    /** @throws IllegalArgumentException when the realm file knows no such person */
    public static Persona named(String name) {
        for (JsonNode user : realm().path("users")) {
            if (user.path("username").asText().equals(name)) {
                return of(user);
            }
        }
        throw new IllegalArgumentException(REALM + " knows no " + name);
    }

    private static Persona of(JsonNode user) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("preferred_username", user.path("username").asText());
        user.path("attributes").properties().stream()
                .filter(attribute -> CLAIMS.contains(attribute.getKey()))
                .forEach(attribute -> {
                    List<String> values = texts(attribute.getValue());
                    claims.put(attribute.getKey(), attribute.getKey().equals("teams") ? values : values.getFirst());
                });
        return new Persona(user.path("id").asText(), texts(user.path("realmRoles")), claims);
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(node.asText());
    }

    /** Somebody who stands in no file. */
    public static Persona of(String subject, String division, String... roles) {
        return new Persona(subject, List.of(roles), Map.of("division", division));
    }

    public Persona with(String claim, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(claim, value);
        return new Persona(subject, roles, more);
    }

    /** A fresh token for this person. */
    public String token() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.putIfAbsent("iss", TestIssuer.ISSUER);
        all.putIfAbsent("aud", List.of("pengjiang-suite"));
        all.putIfAbsent("sub", subject);
        all.putIfAbsent("roles", new ArrayList<>(roles));
        all.putIfAbsent("iat", now - 5);
        all.putIfAbsent("exp", now + TOKEN_SECONDS);
        return TestIssuer.sign(all);
    }

    private static JsonNode realm() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(REALM);
            if (Files.exists(file)) {
                try {
                    return new ObjectMapper().readTree(Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(file.toString(), e);
                }
            }
        }
        throw new IllegalStateException(
                REALM + " is nowhere above " + Path.of("").toAbsolutePath());
    }
}

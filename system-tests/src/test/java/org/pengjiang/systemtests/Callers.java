package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pengjiang.localstack.issuer.IssuerOptions;
import org.pengjiang.localstack.issuer.TokenIssuer;

/** Tokens of the personas, also as if they stood elsewhere; signed with the key of the suite under test. */
final class Callers implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode REALM =
            read(Path.of(System.getProperty("suite.home", ".."), "docker/keycloak/pengjiang-realm.json"));
    /** Another fictional enterprise of another district. */
    private static final String OTHER_ENTERPRISE = "91440704MA00000099";

    enum Standing {
        OWN,
        ABOVE,
        ELSEWHERE
    }

    private final TokenIssuer issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param folder holds the suite's signing key; {@code url} is what its tokens carry as {@code iss} */
    Callers(Path folder, String url) {
        issuer = TokenIssuer.start(IssuerOptions.keeping(folder, 0).withUrl(url));
    }

    static List<String> personas() {
        List<String> names = new ArrayList<>();
        for (JsonNode user : REALM.path("users")) {
            String name = user.path("username").asText();
            if (!name.startsWith("service-account-")) {
                names.add(name);
            }
        }
        return names;
    }

    String token(String persona, Standing standing) {
        return tokens.computeIfAbsent(persona + " " + standing, missing -> sign(persona, standing));
    }

    private String sign(String persona, Standing standing) {
        for (JsonNode user : REALM.path("users")) {
            if (user.path("username").asText().equals(persona)) {
                return issuer.token(claims(user, standing));
            }
        }
        throw new IllegalArgumentException("no such persona: " + persona);
    }

    private static Map<String, Object> claims(JsonNode user, Standing standing) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", user.path("id").asText());
        claims.put("preferred_username", user.path("username").asText());
        claims.put("roles", texts(user.path("realmRoles")));
        user.path("attributes").properties().forEach(attribute -> {
            List<String> values = texts(attribute.getValue());
            switch (attribute.getKey()) {
                case "teams" -> claims.put("teams", values);
                case "division", "unit", "enterprise" -> claims.put(attribute.getKey(), values.getFirst());
                default -> {
                    // names and titles are for people
                }
            }
        });
        if (standing == Standing.ABOVE) {
            claims.put("division", "4407");
        } else if (standing == Standing.ELSEWHERE) {
            claims.put("division", "440704");
            claims.computeIfPresent("enterprise", (claim, own) -> OTHER_ENTERPRISE);
        }
        return claims;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static JsonNode read(Path realm) {
        try {
            return JSON.readTree(realm.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        issuer.close();
    }
}

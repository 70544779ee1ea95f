package org.pengjiang.localstack.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;

/** The realm file that Keycloak imports, read as this issuer needs it. The file is the only place where personas stand. */
final class Realm {

    private static final String FILE = "/pengjiang-realm.json";
    private static final String SERVICE_ACCOUNT = "serviceAccountClientId";

    private final JsonNode file;
    private final Map<String, Persona> personas = new LinkedHashMap<>();
    private final Map<String, Persona> serviceAccounts = new LinkedHashMap<>();

    private Realm(JsonNode file) {
        this.file = file;
        for (JsonNode user : file.path("users")) {
            Persona persona = persona(user);
            if (user.has(SERVICE_ACCOUNT)) {
                serviceAccounts.put(user.path(SERVICE_ACCOUNT).asText(), persona);
            } else {
                personas.put(persona.name(), persona);
            }
        }
    }

    static Realm load() {
        try (@Nullable InputStream in = Realm.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new StackFailure(
                        "The realm file " + FILE + " is not on the class path; build local-stack again.");
            }
            return new Realm(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new StackFailure("The realm file " + FILE + " is no valid JSON: " + e.getMessage(), e);
        }
    }

    String name() {
        return file.path("realm").asText();
    }

    List<String> personaNames() {
        return List.copyOf(personas.keySet());
    }

    Optional<Persona> persona(String name) {
        return Optional.ofNullable(personas.get(name));
    }

    Optional<Persona> withPassword(String name, String password) {
        return persona(name).filter(persona -> persona.password().equals(password));
    }

    /** Whether the client may ask for tokens of persons. */
    boolean allowsPasswords(String clientId) {
        return client(clientId)
                .filter(client -> client.path("directAccessGrantsEnabled").asBoolean())
                .isPresent();
    }

    /** Whether the client may be handed a token in the browser, at this address; the port is left open (RFC 8252, 7.3). */
    boolean allowsRedirect(String clientId, URI address) {
        String withoutPort = address.getScheme() + "://" + address.getHost() + address.getPath();
        return address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && client(clientId)
                        .filter(client -> client.path("implicitFlowEnabled").asBoolean())
                        .map(client -> client.path("redirectUris"))
                        .filter(known -> StreamSupport.stream(known.spliterator(), false)
                                .anyMatch(uri -> uri.asText().equals(withoutPort)))
                        .isPresent();
    }

    /** The account of a client that acts by itself, when its secret is right. */
    Optional<Persona> serviceAccount(String clientId, String secret) {
        return client(clientId)
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .filter(client -> client.path("secret").asText().equals(secret))
                .map(client -> serviceAccounts.get(clientId));
    }

    private Optional<JsonNode> client(String clientId) {
        for (JsonNode client : file.path("clients")) {
            if (client.path("clientId").asText().equals(clientId)) {
                return Optional.of(client);
            }
        }
        return Optional.empty();
    }

    private Persona persona(JsonNode user) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (JsonNode mapper : mappers()) {
            ClaimMapper.apply(mapper, user, claims);
        }
        return new Persona(
                user.path("username").asText(),
                user.path("credentials").path(0).path("value").asText(),
                Map.copyOf(claims));
    }

    private List<JsonNode> mappers() {
        List<JsonNode> mappers = new ArrayList<>();
        for (JsonNode scope : file.path("clientScopes")) {
            scope.path("protocolMappers").forEach(mappers::add);
        }
        return mappers;
    }
}

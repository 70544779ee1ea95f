package org.pengjiang.localstack.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Does for a user what one protocol mapper of the realm file tells Keycloak to do. */
final class ClaimMapper {

    private ClaimMapper() {}

    static void apply(JsonNode mapper, JsonNode user, Map<String, Object> claims) {
        JsonNode config = mapper.path("config");
        String claim = config.path("claim.name").asText();
        boolean many = config.path("multivalued").asBoolean();
        String kind = mapper.path("protocolMapper").asText();
        switch (kind) {
            case "oidc-sub-mapper" -> claims.put("sub", user.path("id").asText());
            case "oidc-audience-mapper" ->
                claims.put("aud", config.path("included.custom.audience").asText());
            case "oidc-usermodel-property-mapper" ->
                claims.put(
                        claim, user.path(config.path("user.attribute").asText()).asText());
            case "oidc-usermodel-realm-role-mapper" -> put(claims, claim, texts(user.path("realmRoles")), many);
            case "oidc-usermodel-attribute-mapper" -> {
                String attribute = config.path("user.attribute").asText();
                put(claims, claim, texts(user.path("attributes").path(attribute)), many);
            }
            default ->
                throw new IllegalStateException("the realm file uses a mapper this issuer does not know: " + kind);
        }
    }

    private static void put(Map<String, Object> claims, String claim, List<String> values, boolean many) {
        if (!values.isEmpty()) {
            claims.put(claim, many ? values : values.getFirst());
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package org.pengjiang.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;

/**
 * Reads the caller out of a verified token, once per request, and answers whether their roles hold a permission. A role that
 * the service does not know is dropped: it could only blur who the caller is. PLATFORM_ADMIN is dropped below the root division.
 */
@ApplicationScoped
class CallerFromToken implements SecurityIdentityAugmentor {
    static final String ATTRIBUTE = "suite.caller";
    private static final Logger LOG = Logger.getLogger(CallerFromToken.class);
    private static final Set<String> NOT_CLAIMS =
            Set.of("sub", "iss", "aud", "exp", "iat", "nbf", "jti", "roles", "groups", "raw_token", "division");

    /** Of whoever runs the platform for all districts: with a district's or a city's division it counts for nothing. */
    private static final String PLATFORM_ADMIN = "PLATFORM_ADMIN";

    private final RolePermissions permissions = RolePermissions.load();
    private final DivisionCode root;

    /** @param deployment the division that this suite runs for; the province above it is the root of all that it serves */
    CallerFromToken(@ConfigProperty(name = "suite.anchor.division") String deployment) {
        this.root = DivisionCode.parse(DivisionCode.parse(deployment).province());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String subject = token.getSubject();
        // "system" is the service itself in the log: no account may pass for it
        if (subject == null || subject.isBlank() || subject.equals(CurrentCaller.SYSTEM.subject())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("the token names no account"));
        }
        Optional<DivisionCode> division = division(token);
        Set<String> roles = roles(identity.getRoles(), division);
        Caller caller = new Caller(subject, roles, division, claims(token));
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(ATTRIBUTE, caller)
                        .addPermissionChecker(wanted -> Uni.createFrom().item(isGranted(roles, wanted)))
                        .build());
    }

    private Set<String> roles(Set<String> ofToken, Optional<DivisionCode> division) {
        Set<String> known = permissions.known(ofToken);
        if (!known.contains(PLATFORM_ADMIN) || division.filter(root::equals).isPresent()) {
            return known;
        }
        return known.stream().filter(role -> !role.equals(PLATFORM_ADMIN)).collect(Collectors.toUnmodifiableSet());
    }

    /** The framework takes {@code setting:read} apart into a name and an action. */
    private boolean isGranted(Set<String> roles, Permission wanted) {
        return permissions.isGranted(roles, wanted.getName() + ":" + wanted.getActions());
    }

    /** A claim that is no division code gives a scope that covers nothing, and a line in the log. */
    private static Optional<DivisionCode> division(JsonWebToken token) {
        List<String> division = texts(token.getClaim("division"));
        if (division.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(DivisionCode.parse(division.getFirst()));
        } catch (InvalidIdentifier e) {
            LOG.warnf("the division of account %s is no division code: its scope is empty", token.getSubject());
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> claims(JsonWebToken token) {
        Map<String, List<String>> claims = new HashMap<>();
        for (String name : token.getClaimNames()) {
            if (!NOT_CLAIMS.contains(name)) {
                List<String> values = texts(token.getClaim(name));
                if (!values.isEmpty()) {
                    claims.put(name, values);
                }
            }
        }
        return Map.copyOf(claims);
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonString text -> List.of(text.getString());
            case JsonArray array -> array.stream().map(CallerFromToken::text).toList();
            case Collection<?> values -> values.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString());
        };
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}

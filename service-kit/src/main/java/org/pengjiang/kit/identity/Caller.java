package org.pengjiang.kit.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.identifiers.DivisionCode;

/**
 * Who acts. What a role or a claim means stands in each service.
 *
 * @param subject the account: the token's {@code sub}, or {@code system} for the service itself
 * @param division the root of what this caller may see; empty means nothing by division (an enterprise, for one)
 * @param claims every other claim by name; a single value is a list of one
 */
public record Caller(
        String subject, Set<String> roles, Optional<DivisionCode> division, Map<String, List<String>> claims) {

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public Optional<String> claim(String name) {
        return claims(name).stream().findFirst();
    }

    public List<String> claims(String name) {
        return claims.getOrDefault(name, List.of());
    }

    /** Fail-closed: without a division the scope covers nothing. */
    public DivisionScope scope() {
        return division.map(DivisionScope::of).orElse(DivisionScope.NOTHING);
    }
}

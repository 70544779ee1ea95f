package org.pengjiang.kit.log.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.kit.identity.Caller;

/**
 * Which rows a caller may see, as SQL over {@code event_log l}. A party sees the rows that name it and no others; everyone else sees those of the
 * own division and below, the internal ones only as auditor or administrator.
 *
 * @param index what the order is read by, an equality that an index starts with; empty for all of the log
 * @param filter what each row read has to satisfy
 * @param party whether the order of {@code event_log_party p} is read
 */
record Visibility(String index, List<Object> indexValues, String filter, List<Object> filterValues, boolean party) {

    /** Empty for a caller who sees nothing. */
    static Optional<Visibility> of(Caller caller, Set<String> types) {
        Optional<String> party = caller.claim("enterprise");
        if (party.isPresent()) {
            return Optional.of(of("p.party = ?", List.of(party.get()), "true", List.of(), types, true));
        }
        return caller.scope().root().map(root -> {
            boolean everything = caller.hasRole("AUDITOR") || caller.hasRole("ADMIN");
            String audience = everything ? "" : " AND l.audience <> 'INTERNAL'";
            boolean inOneDistrict = root.level().compareTo(DivisionLevel.DISTRICT) >= 0;
            return of(
                    inOneDistrict ? "l.district = ?" : "",
                    inOneDistrict ? List.of(leading(root)) : List.of(),
                    // both codes end at a level, so equal leading digits are equal leading levels
                    "starts_with(l.division, ?)" + audience,
                    List.of(root.value()),
                    types,
                    false);
        });
    }

    private static String leading(DivisionCode root) {
        return root.value().substring(0, DivisionLevel.DISTRICT.digits());
    }

    private static Visibility of(
            String index,
            List<Object> indexValues,
            String filter,
            List<Object> filterValues,
            Set<String> types,
            boolean party) {
        if (types.isEmpty()) {
            return new Visibility(index, indexValues, filter, filterValues, party);
        }
        List<Object> values = new ArrayList<>(filterValues);
        values.add(types.toArray(String[]::new));
        return new Visibility(index, indexValues, filter + " AND l.type = ANY (?)", values, party);
    }
}

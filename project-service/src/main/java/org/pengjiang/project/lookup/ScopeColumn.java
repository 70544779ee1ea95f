package org.pengjiang.project.lookup;

import java.util.Optional;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;

/**
 * The division a list is restricted to, as a column that holds exactly that level. Both the caller's scope and the wished
 * division are on one line of the hierarchy or there is nothing to see.
 */
record ScopeColumn(String column, String value) {
    static Optional<ScopeColumn> of(DivisionScope scope, Optional<DivisionCode> wished) {
        return scope.root()
                .flatMap(root -> wished.isEmpty() || wished.get().contains(root)
                        ? Optional.of(root)
                        : Optional.of(wished.get()).filter(root::contains))
                .map(ScopeColumn::at);
    }

    private static ScopeColumn at(DivisionCode division) {
        String column = switch (division.level()) {
            case PROVINCE -> "province";
            case CITY -> "city";
            case DISTRICT -> "district";
            case TOWN -> "town";
            case VILLAGE -> "division";
        };
        return new ScopeColumn(column, division.value());
    }
}

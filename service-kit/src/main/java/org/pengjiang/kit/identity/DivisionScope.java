package org.pengjiang.kit.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * The part of the country that a caller may see: it separates the tenants, which are districts. Every query for an
 * aggregate takes one, so that forgetting it does not compile. A match is equality of the stored level column, so
 * siblings that share digits never match.
 */
public final class DivisionScope implements Scope {
    /** Covers nothing at all. */
    public static final DivisionScope NOTHING = new DivisionScope(null);

    // stands in no division column, so that the same SQL runs and finds nothing
    private static final String NO_DIVISION = "-";

    private final @Nullable DivisionCode root;

    private DivisionScope(@Nullable DivisionCode root) {
        this.root = root;
    }

    public static DivisionScope of(DivisionCode root) {
        return new DivisionScope(root);
    }

    public Optional<DivisionCode> root() {
        return Optional.ofNullable(root);
    }

    public boolean covers(DivisionCode division) {
        return root != null && root.contains(division);
    }

    /** What lies in both: the narrower of two on one line of the hierarchy, otherwise nothing. */
    public DivisionScope within(DivisionCode wished) {
        if (root == null || wished.contains(root)) {
            return this;
        }
        return root.contains(wished) ? of(wished) : NOTHING;
    }

    /**
     * The column that a query compares with {@link #value()}: {@code "WHERE p." + scope.column() + " = ?"}. An index that
     * starts with it can go on with the sort key.
     */
    public String column() {
        if (root == null) {
            return "division";
        }
        return switch (root.level()) {
            case PROVINCE -> "province";
            case CITY -> "city";
            case DISTRICT -> "district";
            case TOWN -> "town";
            case VILLAGE -> "division";
        };
    }

    /** What {@link #column()} must equal. */
    public String value() {
        return root == null ? NO_DIVISION : root.value();
    }

    @Override
    public String toString() {
        return column() + " = " + value();
    }
}

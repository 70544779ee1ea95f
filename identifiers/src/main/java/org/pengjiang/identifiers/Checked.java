package org.pengjiang.identifiers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check that does not throw: either a value, perhaps with warnings, or the fault that refuses it. Made
 * for callers that name every fault of a request at once.
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final @Nullable InvalidIdentifier refusal;
    private final List<Finding> warnings;

    private Checked(@Nullable T value, @Nullable InvalidIdentifier refusal, List<Finding> warnings) {
        this.value = value;
        this.refusal = refusal;
        this.warnings = List.copyOf(warnings);
    }

    static <T> Checked<T> accepted(T value, List<Finding> warnings) {
        return new Checked<>(value, null, warnings);
    }

    /** Runs a parser and keeps its refusal instead of letting it fly. */
    static <T> Checked<T> of(Supplier<T> parser, Function<T, List<Finding>> warnings) {
        try {
            T value = parser.get();
            return accepted(value, warnings.apply(value));
        } catch (InvalidIdentifier refusal) {
            return new Checked<>(null, refusal, List.of());
        }
    }

    public boolean isAccepted() {
        return refusal == null;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    public Optional<Finding> fault() {
        return Optional.ofNullable(refusal).map(InvalidIdentifier::finding);
    }

    /** Warnings of an accepted value; empty for a refused one. */
    public List<Finding> warnings() {
        return warnings;
    }

    /** The value, or the refusal thrown. */
    public T orThrow() {
        if (refusal != null) {
            throw refusal;
        }
        return Objects.requireNonNull(value);
    }
}

package org.pengjiang.kit.log;

import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.DivisionScope;

/**
 * The way to an aggregate: each service's plural noun extends it. There is no finder without a scope; what lies outside
 * it does not exist.
 */
public abstract class AggregateRepository<A extends LoggedAggregate> {
    private final Class<A> type;

    protected AggregateRepository(Class<A> type) {
        this.type = type;
    }

    /** Loads for reading. */
    public Optional<A> find(DivisionScope scope, UUID id) {
        throw new IllegalStateException(type.getName());
    }

    /**
     * Loads with a row lock and compares the stored version with the request's {@code If-Match} where the command
     * demands one.
     *
     * @throws org.pengjiang.kit.problem.DomainException NOT_FOUND outside the scope, VERSION_STALE
     */
    public A forChange(DivisionScope scope, UUID id) {
        throw new IllegalStateException(type.getName());
    }

    public void add(A aggregate) {
        throw new IllegalStateException(type.getName());
    }
}

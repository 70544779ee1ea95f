package org.pengjiang.kit.log;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.ExpectedVersion;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * The way to an aggregate: each service's plural noun extends it. There is no finder without a scope; what lies outside
 * it does not exist.
 */
public abstract class AggregateRepository<A extends LoggedAggregate> {
    private final Class<A> type;
    private @Nullable EntityManager entities;
    private @Nullable ExpectedVersion expectedVersion;

    protected AggregateRepository(Class<A> type) {
        this.type = type;
    }

    /** By method, so that a service's repository has one line of constructor. */
    @Inject
    void use(EntityManager manager, ExpectedVersion ifMatch) {
        entities = manager;
        expectedVersion = ifMatch;
    }

    /** Loads for reading. */
    public Optional<A> find(DivisionScope scope, UUID id) {
        return inScope(scope, entities().find(type, id));
    }

    /**
     * Loads the one aggregate that the command names, with a row lock, and compares the stored version with the request's
     * {@code If-Match} where the command demands one.
     *
     * @throws DomainException NOT_FOUND outside the scope, VERSION_STALE
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public A forChange(DivisionScope scope, UUID id) {
        A aggregate = alongside(scope, id);
        if (expectedVersion != null) {
            expectedVersion.check(aggregate.version());
        }
        return aggregate;
    }

    /**
     * Loads another aggregate that the same command changes too, with a row lock; {@code If-Match} does not speak of it.
     *
     * @throws DomainException NOT_FOUND outside the scope
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public A alongside(DivisionScope scope, UUID id) {
        // one read already made without the lock and outdated since is refused here by its version, never overwritten
        A known = entities().find(type, id, LockModeType.PESSIMISTIC_WRITE);
        return inScope(scope, known).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    public void add(A aggregate) {
        entities().persist(aggregate);
    }

    protected final EntityManager entities() {
        if (entities == null) {
            throw new IllegalStateException(type.getSimpleName() + ": a repository is a bean; let CDI make it");
        }
        return entities;
    }

    private Optional<A> inScope(DivisionScope scope, @Nullable A aggregate) {
        return Optional.ofNullable(aggregate).filter(found -> scope.covers(found.division()));
    }
}

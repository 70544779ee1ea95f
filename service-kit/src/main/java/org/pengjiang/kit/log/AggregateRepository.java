package org.pengjiang.kit.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * The way to an aggregate: each service's plural noun extends it. A feature loads by scope alone; what lies outside it does
 * not exist. Panache's own finders know no scope, so an architecture rule keeps them inside {@code model}.
 */
public abstract class AggregateRepository<A extends LoggedAggregate> implements PanacheRepositoryBase<A, UUID> {
    private @Nullable ExpectedVersion expectedVersion;

    /** By method, so that a service's repository needs no constructor. */
    @Inject
    void use(ExpectedVersion ifMatch) {
        expectedVersion = ifMatch;
    }

    /** Loads for reading. */
    public Optional<A> find(DivisionScope scope, UUID id) {
        return inScope(scope, findById(id));
    }

    /**
     * Loads the one aggregate that the command names, with a row lock, and compares the stored version with the request's
     * {@code If-Match} where there is one.
     *
     * @throws DomainException NOT_FOUND outside the scope, VERSION_STALE
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public A forChange(DivisionScope scope, UUID id) {
        A aggregate = alongside(scope, id);
        if (expectedVersion != null) {
            expectedVersion.check(aggregate);
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
        A known = findById(id, LockModeType.PESSIMISTIC_WRITE);
        return inScope(scope, known).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    public void add(A aggregate) {
        persist(aggregate);
    }

    protected final EntityManager entities() {
        return getEntityManager();
    }

    private Optional<A> inScope(DivisionScope scope, @Nullable A aggregate) {
        return Optional.ofNullable(aggregate).filter(found -> scope.covers(found.division()));
    }
}

package org.pengjiang.kit.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Remembers what a transaction changed and calls every {@link BeforeCommit} for it: what use cases do between two rows of the
 * log has no effect of its own, and no use case can forget one.
 */
@ApplicationScoped
public class ChangedAggregates implements LogListener {
    private static final Object CHANGED = ChangedAggregates.class;

    private final List<BeforeCommit> followers;
    private final TransactionSynchronizationRegistry transactions;
    private final EntityManager entities;
    private final Clock clock;

    ChangedAggregates(
            Instance<BeforeCommit> declared,
            TransactionSynchronizationRegistry transactions,
            EntityManager entities,
            Clock clock) {
        this.followers = declared.stream().toList();
        this.transactions = transactions;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void appended(Appended row) {
        settleBeforeCommit(row.subject(), row.subjectVersion() == 1);
        LoggedAggregate changed = Hibernate.unproxy(row.subject(), LoggedAggregate.class);
        followers.forEach(follower -> follower.concernedBy(changed).forEach(other -> settleBeforeCommit(other, false)));
    }

    /** For a change that no row of the log speaks of; the aggregate was loaded for change. */
    public void settleBeforeCommit(LoggedAggregate subject) {
        settleBeforeCommit(subject, false);
    }

    private void settleBeforeCommit(LoggedAggregate subject, boolean fresh) {
        if (followers.stream().anyMatch(follower -> follower.concerns(subject.subjectType()))) {
            changed().putIfAbsent(subject.id(), new Changed(subject, fresh));
        }
    }

    private record Changed(LoggedAggregate subject, boolean fresh) {}

    @SuppressWarnings("unchecked") // what is put there below
    private Map<UUID, Changed> changed() {
        Map<UUID, Changed> known = (Map<UUID, Changed>) transactions.getResource(CHANGED);
        if (known != null) {
            return known;
        }
        Map<UUID, Changed> changed = new LinkedHashMap<>();
        transactions.putResource(CHANGED, changed);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                changed.values().forEach(ChangedAggregates.this::settle);
                giveConnectionBack();
            }

            @Override
            public void afterCompletion(int status) {
                // what was written was committed or rolled back with the change
            }
        });
        return changed;
    }

    /** Hibernate gave its connection back before; what was read here took it again, and the pool warns of whoever holds one. */
    private void giveConnectionBack() {
        entities.unwrap(SharedSessionContractImplementor.class)
                .getJdbcCoordinator()
                .getLogicalConnection()
                .beforeTransactionCompletion();
    }

    private void settle(Changed changed) {
        LoggedAggregate subject = Hibernate.unproxy(changed.subject(), LoggedAggregate.class);
        Instant now = Instant.now(clock);
        followers.stream()
                .filter(follower -> follower.concerns(subject.subjectType()))
                .forEach(follower -> follower.settle(subject, changed.fresh(), now));
    }
}

package org.pengjiang.kit.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.pengjiang.kit.log.LogListener;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * Brings the tasks of every aggregate that a transaction changed in line with its state, once, right before the commit: what
 * use cases do between two rows of the log makes no task, and no use case can forget one.
 */
@ApplicationScoped
class SettleTasks implements LogListener {
    private static final Object CHANGED = SettleTasks.class;

    private final TaskSources sources;
    private final TaskStore store;
    private final TransactionSynchronizationRegistry transactions;
    private final EntityManager entities;
    private final Clock clock;

    SettleTasks(
            TaskSources sources,
            TaskStore store,
            TransactionSynchronizationRegistry transactions,
            EntityManager entities,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.transactions = transactions;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void appended(Appended row) {
        settleBeforeCommit(row.subject(), row.subjectVersion() == 1);
        LoggedAggregate changed = Hibernate.unproxy(row.subject(), LoggedAggregate.class);
        sources.all().forEach(source -> source.concernedBy(changed).forEach(other -> settleBeforeCommit(other, false)));
    }

    void settleBeforeCommit(LoggedAggregate subject, boolean fresh) {
        if (sources.of(subject.subjectType()).isPresent()) {
            changed().putIfAbsent(subject.id(), new Changed(subject, fresh));
        }
    }

    /** @param fresh whether it began in this transaction, so that it can have no task yet */
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
                changed.values().forEach(SettleTasks.this::settle);
                giveConnectionBack();
            }

            @Override
            public void afterCompletion(int status) {
                // the tasks were committed or rolled back with the change
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
        TaskSource<LoggedAggregate> source = sources.of(subject.subjectType()).orElseThrow();
        List<Todo> waiting = source.waiting(subject);
        waiting.stream()
                .filter(todo -> !source.kinds().contains(todo.kind()))
                .findFirst()
                .ifPresent(todo -> {
                    throw new IllegalStateException(
                            "tasks of a " + subject.subjectType() + " are of a declared kind, not " + todo.kind());
                });
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        if (!changed.fresh() || !waiting.isEmpty()) {
            store.settle(subject, source.link(subject), waiting, changed.fresh(), now);
        }
    }
}

package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads each kind once in a transaction, however many ask for it: command, answer and tasks do. */
@ApplicationScoped
class StoredParts implements AppealParts {
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    StoredParts(EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** What was read in this transaction. */
    private record Read(
            Map<Numbered, List<AppealPart>> numbered, Map<OfRound, Optional<? extends RoundPart>> ofRounds) {
        Read() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    private record Numbered(UUID appeal, Class<?> kind) {}

    private record OfRound(RoundKey key, Class<?> kind) {}

    @Override
    public <P extends AppealPart> List<P> of(Appeal appeal, Class<P> kind) {
        return read()
                .numbered()
                .computeIfAbsent(new Numbered(appeal.id(), kind), unread -> new ArrayList<>(query(appeal, kind)))
                .stream()
                .map(kind::cast)
                .toList();
    }

    private <P extends AppealPart> List<P> query(Appeal appeal, Class<P> kind) {
        return entities.createQuery(
                        "from " + kind.getSimpleName() + " part where part.appeal = :appeal order by part.seq", kind)
                .setParameter("appeal", appeal)
                .getResultList();
    }

    @Override
    public <P extends RoundPart> Optional<P> ofRound(Appeal appeal, int round, Class<P> kind) {
        RoundKey key = new RoundKey(appeal.id(), round);
        return read().ofRounds()
                .computeIfAbsent(new OfRound(key, kind), unread -> Optional.ofNullable(entities.find(kind, key)))
                .map(kind::cast);
    }

    @Override
    public <P extends RoundPart> List<P> ofRounds(Appeal appeal, Class<P> kind) {
        return entities.createQuery(
                        "from " + kind.getSimpleName()
                                + " part where part.key.appealId = :appeal order by part.key.round",
                        kind)
                .setParameter("appeal", appeal.id())
                .getResultList();
    }

    @Override
    public void add(AppealPart part) {
        entities.persist(part);
        read().numbered().computeIfPresent(new Numbered(part.appeal().id(), part.getClass()), (key, all) -> {
            all.add(part);
            return all;
        });
    }

    @Override
    public void add(RoundPart part) {
        entities.persist(part);
        read().ofRounds().put(new OfRound(part.key(), part.getClass()), Optional.of(part));
    }

    private Read read() {
        if (transactions.getTransactionKey() == null) {
            return new Read();
        }
        Read known = (Read) transactions.getResource(Read.class);
        if (known == null) {
            known = new Read();
            transactions.putResource(Read.class, known);
        }
        return known;
    }
}

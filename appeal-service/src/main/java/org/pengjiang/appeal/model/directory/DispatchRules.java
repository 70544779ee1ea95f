package org.pengjiang.appeal.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;

/** All rules of the dispatch directory. */
@ApplicationScoped
public class DispatchRules extends AggregateRepository<DispatchRule> {
    /**
     * Until the transaction ends nobody else changes the directory of the district. Call it before reading what is there: a row
     * lock keeps nobody from entering a further rule.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockDirectory(DivisionCode area) {
        String directory = area.district().orElse(area.value());
        entities().unwrap(Session.class).doWork(connection -> lock(connection, directory));
    }

    /** {@link #lockDirectory} of the rule, without loading it: what was read before the lock would be outdated behind it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockDirectoryOf(DivisionScope scope, UUID id) {
        entities()
                .createQuery("select division from DispatchRule where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .map(DivisionCode::parse)
                .filter(scope::covers)
                .findFirst()
                .ifPresent(this::lockDirectory);
    }

    private static void lock(Connection connection, String directory) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtextextended('dispatch-directory/' || ?, 0))")) {
            lock.setString(1, directory);
            lock.execute();
        }
    }

    /** Those that apply at a moment or later, each locked where they are to be changed. */
    public List<DispatchRule> applyingFrom(DivisionScope scope, Instant moment, boolean forChange) {
        return find(
                        scope.column()
                                + " = ?1 and (endsAt is null or (endsAt > ?2 and endsAt > beginsAt)) order by id",
                        scope.value(),
                        moment)
                .withLock(forChange ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .list();
    }

    /** Whether there is any for the district, or a part of it. */
    @Unscoped("that a district has a directory is public")
    public boolean areIn(String district) {
        return find("district", district).firstResultOptional().isPresent();
    }

    /** For reading: one of the own area, or one of a wider area, which decides in the own one too. */
    public Optional<DispatchRule> findDeciding(DivisionScope scope, UUID id) {
        return find(scope, id)
                .or(() -> Optional.ofNullable(findById(id))
                        .filter(rule -> scope.root()
                                .filter(own -> rule.division().contains(own))
                                .isPresent()));
    }

    /** Those that end are stored before others begin: on no day two rules stand in one place. */
    public void storeEnds() {
        flush();
    }
}

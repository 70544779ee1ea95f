package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;

/** The calendars of all divisions that have published anything. */
@ApplicationScoped
class DivisionCalendars extends AggregateRepository<DivisionCalendar> {
    private static final String WHY = "calendars are public; who may publish one is asked by the resource";
    private static final long ONE_PUBLICATION_AT_A_TIME = 440_703_060L;

    @Unscoped(WHY)
    Optional<DivisionCalendar> of(DivisionCode division) {
        return entities()
                .createQuery("from DivisionCalendar c where c.division = :division", DivisionCalendar.class)
                .setParameter("division", division.value())
                .getResultStream()
                .findFirst();
    }

    /** With everybody else's publication held: two that are each sound might not fit together. */
    @Unscoped(WHY)
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<DivisionCalendar> ofForChange(DivisionCode division) {
        entities().unwrap(Session.class).doWork(DivisionCalendars::onePublicationAtATime);
        return entities()
                .createQuery("from DivisionCalendar c where c.division = :division", DivisionCalendar.class)
                .setParameter("division", division.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private static void onePublicationAtATime(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, ONE_PUBLICATION_AT_A_TIME);
            lock.execute();
        }
    }

    /** Its publications refer to it: it is there before them. */
    void addFirst(DivisionCalendar calendar) {
        add(calendar);
        entities().flush();
    }
}

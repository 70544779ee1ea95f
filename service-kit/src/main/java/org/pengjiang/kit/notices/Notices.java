package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.Ids;

/** Takes letters in, on the connection of the change that they speak of. They are sent after its commit. */
@ApplicationScoped
public class Notices {
    private static final String INSERT = """
            INSERT INTO notice (id, division, province, city, district, town, recipient_kind, recipient, cause, occasion, task,
                                subject_type, subject, kind, arguments, link, due_at, provisional, urgent, created_at,
                                held_until, state, attempts, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, now())
            ON CONFLICT ON CONSTRAINT notice_once DO NOTHING
            """;

    private final Jdbc jdbc;
    private final WorkingHours hours;

    Notices(DataSource database, WorkingHours hours) {
        this.jdbc = Jdbc.of(database);
        this.hours = hours;
    }

    /** Queued already (same cause, occasion and recipient): nothing happens. */
    public void queue(Notice notice, Recipient recipient) {
        Instant now = hours.now();
        DivisionCode division = notice.division();
        jdbc.update(
                INSERT,
                Ids.next(),
                division.value(),
                division.province(),
                division.city(),
                division.district(),
                division.town(),
                recipient.kind(),
                recipient.name(),
                notice.cause(),
                notice.occasion(),
                notice.task(),
                notice.subjectType(),
                notice.subject(),
                notice.kind(),
                notice.arguments(),
                notice.link(),
                notice.dueAt(),
                notice.provisional(),
                notice.urgent(),
                now,
                hours.heldUntil(division, notice.urgent(), now));
    }
}

package org.pengjiang.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.trace.ResponseHeaders;
import org.pengjiang.kit.trace.Trace;

/** Notes who read which protected fields in full. A reader that cannot be noted gets nothing: failures are thrown. */
@ApplicationScoped
public class AccessLog {
    private static final String INSERT = """
        INSERT INTO access_log
          (occurred_at, actor, actor_roles, subject_type, subject, division, fields, purpose, trace_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private final Jdbc jdbc;
    private final CurrentCaller caller;
    private final Clock clock;
    private final CurrentVertxRequest request;

    AccessLog(DataSource database, CurrentCaller caller, Clock clock, CurrentVertxRequest request) {
        this.request = request;
        this.jdbc = Jdbc.of(database);
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Call it before handing out the value.
     *
     * @param fields names of the fields that were shown, such as {@code contactPhone}; never their values
     * @param purpose the operation, such as {@code getContact}
     */
    public void record(
            String subjectType, UUID subject, DivisionCode division, Collection<String> fields, String purpose) {
        Caller reader = caller.get();
        jdbc.update(
                INSERT,
                clock.instant(),
                reader.subject(),
                reader.roles().stream().sorted().toList(),
                subjectType,
                subject,
                division.value(),
                fields,
                purpose,
                Trace.id());
        if (Arc.container().requestContext().isActive()) {
            ResponseHeaders.showsProtected(request.getCurrent());
        }
    }
}

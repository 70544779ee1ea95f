package org.pengjiang.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
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

    private final DataSource database;
    private final CurrentCaller caller;
    private final Clock clock;
    private final CurrentVertxRequest request;

    AccessLog(DataSource database, CurrentCaller caller, Clock clock, CurrentVertxRequest request) {
        this.request = request;
        this.database = database;
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
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Array roles = connection.createArrayOf(
                    "text", reader.roles().stream().sorted().toArray());
            Array names = connection.createArrayOf("text", fields.toArray());
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, reader.subject());
            insert.setArray(3, roles);
            insert.setString(4, subjectType);
            insert.setObject(5, subject);
            insert.setString(6, division.value());
            insert.setArray(7, names);
            insert.setString(8, purpose);
            insert.setString(9, Trace.id());
            insert.executeUpdate();
            if (Arc.container().requestContext().isActive()) {
                ResponseHeaders.showsProtected(request.getCurrent());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the access log cannot be written", e);
        }
    }
}

package org.pengjiang.kit.crypto.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/**
 * Destroys again what the log says is destroyed, after rows of {@code data_key} came back from a back-up. Before the first request
 * and then now and then: tables may be restored under a service that runs.
 */
@ApplicationScoped
class RepeatErasures implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(RepeatErasures.class);
    private static final int AFTER_LOG_WATCH = 2;
    static final String DESTROY = """
            UPDATE data_key k SET key_sealed = NULL, destroyed_at = e.recorded_at, destroyed_by = e.actor,
                                  reason = coalesce(e.data::json ->> 'reason', e.type)
              FROM event_log e CROSS JOIN LATERAL json_array_elements_text(e.data::json -> 'dataKeys') AS named (id)
             WHERE e.type LIKE '%-erased.v1' AND k.id = named.id::uuid AND k.key_sealed IS NOT NULL
            """;

    private final DataSource database;
    private final ErasureConfig config;

    RepeatErasures(DataSource database, ErasureConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes @Priority(AFTER_LOG_WATCH) StartupEvent event) throws SQLException {
        round();
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public Period period() {
        return config.repeatEvery();
    }

    @Override
    public void round() throws SQLException {
        int destroyed = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement destroy = connection.prepareStatement(DESTROY)) {
                return destroy.executeUpdate();
            }
        });
        if (destroyed > 0) {
            LOG.warnf("%d data keys that the log calls destroyed had come back and are destroyed again", destroyed);
        }
    }
}

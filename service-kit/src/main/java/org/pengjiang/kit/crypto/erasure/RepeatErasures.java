package org.pengjiang.kit.crypto.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.pengjiang.kit.jdbc.Jdbc;
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

    private final Jdbc jdbc;
    private final ErasureConfig config;

    RepeatErasures(DataSource database, ErasureConfig config) {
        this.jdbc = Jdbc.of(database);
        this.config = config;
    }

    void start(@Observes @Priority(AFTER_LOG_WATCH) StartupEvent event) {
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
    public void round() {
        int destroyed = QuarkusTransaction.requiringNew().call(() -> jdbc.update(DESTROY));
        if (destroyed > 0) {
            LOG.warnf("%d data keys that the log calls destroyed had come back and are destroyed again", destroyed);
        }
    }
}

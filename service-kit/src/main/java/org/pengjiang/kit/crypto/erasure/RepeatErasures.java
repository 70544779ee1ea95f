package org.pengjiang.kit.crypto.erasure;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/**
 * Erases again what the log says is erased, after tables came back from a back-up: data keys are destroyed, and what stands in the
 * sealed columns of that owner, under the destroyed key or from before there were data keys, is replaced, with its fingerprint.
 * Before the first request and then now and then: tables may be restored under a service that runs.
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
    /** What stays in its place is the head of the destroyed key: see {@code DataKeys.Erasure}. */
    private static final String EMPTY = """
            WITH erased AS (
                SELECT e.subject, named.id::uuid AS data_key
                  FROM event_log e CROSS JOIN LATERAL json_array_elements_text(e.data::json -> 'dataKeys') AS named (id)
                 WHERE e.type LIKE '%%-erased.v1' AND e.subject_type = '%1$s')
            UPDATE %1$s t SET %2$s = '\\x03'::bytea || uuid_send(erased.data_key), %3$s = NULL
              FROM erased WHERE t.%4$s = erased.subject AND length(t.%2$s) > 17
               AND coalesce(data_key_of(t.%2$s), erased.data_key) = erased.data_key
            """;

    private final Jdbc jdbc;
    private final DataKeys dataKeys;
    private final List<SealedColumn> columns;
    private final ErasureConfig config;

    RepeatErasures(DataSource database, DataKeys dataKeys, @All List<SealedColumn> columns, ErasureConfig config) {
        this.jdbc = Jdbc.of(database);
        this.dataKeys = dataKeys;
        this.columns = columns.stream().filter(column -> column.owner() != null).toList();
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
        repeat(DESTROY, "data keys");
        if (dataKeys.isInUse()) {
            columns.forEach(column -> repeat(emptying(column), column.toString()));
        }
    }

    private static String emptying(SealedColumn column) {
        return EMPTY.formatted(column.table(), column.column(), column.fingerprint(), column.id());
    }

    private void repeat(String sql, String what) {
        int erased = QuarkusTransaction.requiringNew().call(() -> jdbc.update(sql));
        if (erased > 0) {
            LOG.warnf("%s that the log calls erased had come back and are erased again: %d", what, erased);
        }
    }
}

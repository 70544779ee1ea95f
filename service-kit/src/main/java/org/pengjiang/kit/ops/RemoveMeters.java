package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes the meters out of the registry when the application ends. The registry outlives it where one process runs several
 * applications one after the other, as tests do, and a gauge of the ended one would stand in the place of the next one's.
 */
@ApplicationScoped
class RemoveMeters {
    private final MeterRegistry meters;

    RemoveMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        meters.clear();
    }
}

package org.pengjiang.kit.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many bytes of uploads may lie on the disk at one time. */
@ApplicationScoped
public class UploadPermits {
    private final CurrentVertxRequest current;
    private final DiskBudget budget;

    UploadPermits(CurrentVertxRequest current, EdgeConfig config, MeterRegistry meters) {
        this.current = current;
        this.budget = new DiskBudget("uploads", config.uploadsBytes(), config, meters);
    }

    void register(@Observes StartupEvent start) {
        // makes this bean, and with it its figures
    }

    /** The room of one upload: empty, and larger with what arrives of it. */
    public DiskRoom open() {
        return new DiskRoom(budget, Client.of(current.getCurrent()));
    }
}

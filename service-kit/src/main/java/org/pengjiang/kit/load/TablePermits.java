package org.pengjiang.kit.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.Closeable;
import java.io.IOException;
import org.jboss.logging.Logger;

/** How many bytes of tables may lie on the disk at one time: a table lies there until its reader has all of it. */
@ApplicationScoped
public class TablePermits {
    private static final Logger LOG = Logger.getLogger(TablePermits.class);

    private final CurrentVertxRequest current;
    private final DiskBudget budget;

    TablePermits(CurrentVertxRequest current, EdgeConfig config, MeterRegistry meters) {
        this.current = current;
        this.budget = new DiskBudget("tables", config.tablesBytes(), config, meters);
    }

    void register(@Observes StartupEvent start) {
        // makes this bean, and with it its figures
    }

    /** The room of one table, given back when the file is closed: with the end of the request, whichever way it ends. */
    public DiskRoom open(Closeable file) {
        RoutingContext request = current.getCurrent();
        DiskRoom room = new DiskRoom(budget, Client.of(request));
        RequestEnd.of(request).then(hungUp -> {
            try (room) {
                file.close();
            } catch (IOException e) {
                LOG.warnf("the file of a table cannot be closed: %s", e.toString());
            }
        });
        return room;
    }
}

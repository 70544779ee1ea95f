package org.pengjiang.kit.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** How many bytes of uploads may lie on the disk at one time: of all, and of one account. */
@ApplicationScoped
public class UploadPermits {
    private final CurrentVertxRequest current;
    private final MeterRegistry meters;
    private final long most;
    private final long mostOfOneAccount;
    private final Counter refused;
    private final Counter refusedToAccount;
    private final Map<String, Long> byClient = new HashMap<>();
    private long taken;

    UploadPermits(CurrentVertxRequest current, EdgeConfig config, MeterRegistry meters) {
        this.current = current;
        this.most = config.uploadsBytes();
        this.mostOfOneAccount = Share.of(most, config.accountPercent());
        this.refused = Refused.counter(meters, "uploads", WorkClass.BULK.label());
        this.refusedToAccount = Refused.counter(meters, "account-uploads", WorkClass.BULK.label());
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("suite.http.uploads.bytes", this, UploadPermits::taken).register(meters);
    }

    /**
     * Takes room for one upload.
     *
     * @return gives it back
     * @throws DomainException TOO_MANY_REQUESTS when the account has its share, UNAVAILABLE when there is no room
     */
    public synchronized Runnable take(long bytes) {
        String client = Client.of(current.getCurrent());
        long own = byClient.getOrDefault(client, 0L);
        // one upload is always let in where nothing is there, however small the limits are set
        if (own > 0 && own + bytes > mostOfOneAccount) {
            refusedToAccount.increment();
            throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
        }
        if (taken > 0 && taken + bytes > most) {
            refused.increment();
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
        taken += bytes;
        byClient.put(client, own + bytes);
        return () -> giveBack(client, bytes);
    }

    private synchronized void giveBack(String client, long bytes) {
        taken -= bytes;
        byClient.computeIfPresent(client, (any, own) -> own == bytes ? null : own - bytes);
    }

    private synchronized long taken() {
        return taken;
    }
}

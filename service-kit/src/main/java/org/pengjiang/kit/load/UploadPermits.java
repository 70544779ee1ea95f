package org.pengjiang.kit.load;

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

    /** The room of one upload: empty, and larger with what arrives of it. */
    public Room open() {
        return new Room(Client.of(current.getCurrent()));
    }

    /**
     * Counts what has arrived, never what a Content-Length announces: a caller that announces much and sends nothing
     * keeps nobody out. The only upload there, or the only one of its account, is always let in, however small the limits
     * are.
     */
    public final class Room implements AutoCloseable {
        private final String client;
        private long bytes;

        private Room(String client) {
            this.client = client;
        }

        /** @throws DomainException TOO_MANY_REQUESTS when the account has its share, UNAVAILABLE when there is no room */
        public void grow(long more) {
            synchronized (UploadPermits.this) {
                long own = byClient.getOrDefault(client, 0L);
                if (own > bytes && own + more > mostOfOneAccount) {
                    refusedToAccount.increment();
                    throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
                }
                if (taken > bytes && taken + more > most) {
                    refused.increment();
                    throw new DomainException(KitProblem.UNAVAILABLE);
                }
                bytes += more;
                taken += more;
                byClient.put(client, own + more);
            }
        }

        /** Gives it back, once. */
        @Override
        public void close() {
            synchronized (UploadPermits.this) {
                long given = bytes;
                bytes = 0;
                taken -= given;
                byClient.computeIfPresent(client, (any, own) -> own == given ? null : own - given);
            }
        }
    }

    private synchronized long taken() {
        return taken;
    }
}

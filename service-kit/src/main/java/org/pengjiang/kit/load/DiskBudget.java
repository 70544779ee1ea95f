package org.pengjiang.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * How many bytes may lie on the disk at one time: of all, and of one account. Counts what has arrived, never what is announced: a
 * caller that announces much and sends nothing keeps nobody out. The only file there, or the only one of its account, is
 * always let in, however small the limits are.
 */
final class DiskBudget {
    private final long most;
    private final long mostOfOneAccount;
    private final Counter refused;
    private final Counter refusedToAccount;
    private final Map<String, Long> byClient = new HashMap<>();
    private long taken;

    /** @param kind what lies there, in the names of its figures */
    DiskBudget(String kind, long most, EdgeConfig config, MeterRegistry meters) {
        this.most = most;
        this.mostOfOneAccount = Share.of(most, config.accountPercent());
        this.refused = Refused.counter(meters, kind, WorkClass.BULK.label());
        this.refusedToAccount = Refused.counter(meters, "account-" + kind, WorkClass.BULK.label());
        Gauge.builder("suite.http." + kind + ".bytes", this, DiskBudget::taken).register(meters);
    }

    /** @param has what the file has already */
    synchronized void take(String client, long has, long more) {
        long own = byClient.getOrDefault(client, 0L);
        if (own > has && own + more > mostOfOneAccount) {
            refusedToAccount.increment();
            throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
        }
        if (taken > has && taken + more > most) {
            refused.increment();
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
        taken += more;
        byClient.put(client, own + more);
    }

    synchronized void giveBack(String client, long given) {
        taken -= given;
        byClient.computeIfPresent(client, (any, own) -> own == given ? null : own - given);
    }

    private synchronized long taken() {
        return taken;
    }
}

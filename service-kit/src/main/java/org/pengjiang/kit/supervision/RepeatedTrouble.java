package org.pengjiang.kit.supervision;

import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Logs what fails again and again: the first time with its stack, then one line a minute. Used by one thread. */
final class RepeatedTrouble {
    private static final long LINE_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final String who;
    private String kind = "";
    private long times;
    private long loggedNanos;

    RepeatedTrouble(Logger log, String who) {
        this.log = log;
        this.who = who;
    }

    void log(Throwable failure) {
        times++;
        String present = failure.getClass().getName();
        long now = System.nanoTime();
        if (!present.equals(kind)) {
            kind = present;
            loggedNanos = now;
            log.warnf(failure, "%s failed and starts anew", who);
        } else if (now - loggedNanos >= LINE_EVERY_NANOS) {
            loggedNanos = now;
            log.warnf("%s has failed %d times in a row, the last time by %s", who, times, kind);
        }
    }

    void isOver() {
        log.infof("%s goes on after %d failures", who, times);
        times = 0;
        kind = "";
    }
}

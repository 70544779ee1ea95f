package org.pengjiang.kit.supervision;

import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Logs what fails again and again: each kind of failure the first time with its stack, then one line a minute. Used by one
 * thread.
 */
final class RepeatedTrouble {
    private final Logger log;
    private final String who;
    private final RareStacks stacks;
    private final Set<String> kinds = new HashSet<>();
    private long times;

    RepeatedTrouble(Logger log, String who, RareStacks stacks) {
        this.log = log;
        this.who = who;
        this.stacks = stacks;
    }

    void log(Throwable failure) {
        times++;
        if (stacks.due(failure) == null) {
            return;
        }
        String kind = RareStacks.kind(failure);
        if (kinds.add(kind)) {
            log.warnf(failure, "%s failed and starts anew", who);
        } else {
            log.warnf("%s has failed %d times in a row, the last time by %s", who, times, kind);
        }
    }

    void isOver() {
        log.infof("%s goes on after %d failures", who, times);
        times = 0;
        kinds.clear();
    }
}

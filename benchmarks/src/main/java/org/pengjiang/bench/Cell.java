package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;

/** One kind of request, done by one side, whose processes are charged for it. */
interface Cell {

    /** The processes, with their children, that did the work. */
    List<Long> processes();

    /** Works for about that long and says how many requests were done. */
    long work(Duration length);

    /** CPU milliseconds per request over that long. */
    default double measure(Duration length) {
        Duration before = CpuMeter.of(processes());
        long requests = work(length);
        // the relay's and the log writer's tail belongs to what was just asked for
        Pause.millis(200);
        Duration used = CpuMeter.of(processes()).minus(before);
        return used.toNanos() / 1e6 / requests;
    }
}

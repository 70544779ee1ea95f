package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;

/** The same statements by a plain driver in a process of its own, which is charged as the service is. */
record JdbcCell(String scenario, List<Long> processes, JdbcProcess worker) implements Cell {

    @Override
    public long work(Duration length) {
        return worker.run(scenario, length);
    }
}

package org.pengjiang.bench;

import java.time.Duration;

/** The same statements by a plain driver in a process of its own, which is charged as the service is. */
record JdbcCell(String scenario, Workers workers, JdbcProcess driver) implements Cell {

    @Override
    public void stock(int wanted) {
        driver.stock(scenario, wanted);
    }

    @Override
    public long work(Duration length) {
        return driver.run(scenario, length);
    }
}

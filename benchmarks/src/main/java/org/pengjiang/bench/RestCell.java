package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Requests over four kept-alive connections; the threads that send them are not charged to anybody. */
record RestCell(List<Long> processes, IntFunction<Runnable> caller) implements Cell {

    static final int CALLERS = 4;

    @Override
    public long work(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        AtomicLong done = new AtomicLong();
        Crew.of(CALLERS, worker -> {
            Runnable request = caller.apply(worker);
            while (System.nanoTime() < end) {
                request.run();
                done.incrementAndGet();
            }
        });
        return done.get();
    }
}

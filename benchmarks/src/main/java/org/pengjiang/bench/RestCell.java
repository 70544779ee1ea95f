package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;

/** Requests over four kept-alive connections; the threads that send them are not charged to anybody. */
record RestCell(Scenario scenario, Workers workers) implements Cell {

    static final int CALLERS = 4;

    /** That caller's part of what each has to have of its own. */
    static <T> List<T> share(List<T> all, int caller) {
        int size = all.size() / CALLERS;
        return all.subList(caller * size, (caller + 1) * size);
    }

    @Override
    public void stock(int wanted) {
        scenario.stock().accept(wanted);
    }

    @Override
    public long work(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        AtomicLong done = new AtomicLong();
        Crew.of(CALLERS, worker -> {
            Supplier<Optional<Answer>> request = scenario.caller().apply(worker);
            while (System.nanoTime() < end && request.get().isPresent()) {
                done.incrementAndGet();
            }
        });
        return done.get();
    }
}

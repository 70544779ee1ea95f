package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;

/** One kind of request, done by one side, which is charged for it together with PostgreSQL. */
interface Cell {
    /** Enough for a figure; more would take longer to make than to use up. */
    int STOCK_PER_SECOND = 400;

    double COMPILERS_MAY_TAKE = 0.1;

    /** The processes that did the work: with their children, as PostgreSQL's backends are. */
    Workers workers();

    record Workers(long client, long postgres) {
        private Cost cpu() {
            return new Cost(
                    CpuMeter.of(List.of(client)).toNanos() / 1e6,
                    CpuMeter.of(List.of(postgres)).toNanos() / 1e6,
                    CpuMeter.ofCompilers(client).toNanos() / 1e6);
        }
    }

    /**
     * CPU milliseconds of the service or the plain driver, and of PostgreSQL for it.
     *
     * @param compilers what of the first its JVM spent on compiling
     */
    record Cost(double client, double postgres, double compilers) {
        double whole() {
            return client + postgres;
        }

        /** Code that is still being compiled runs slowly as well. */
        boolean isWarm() {
            return compilers < COMPILERS_MAY_TAKE * client;
        }

        private Cost since(Cost before, long requests) {
            return new Cost(
                    (client - before.client) / requests,
                    (postgres - before.postgres) / requests,
                    (compilers - before.compilers) / requests);
        }
    }

    /** Sees to it that so many requests can be done: some use up what was made before. */
    void stock(int wanted);

    /** Works for about that long, or until the stock is used up, and says how many requests were done. */
    long work(Duration length);

    /** What one request costs, over that long. */
    default Cost measure(Duration length) {
        stock((int) (STOCK_PER_SECOND * length.toMillis() / 1_000));
        // what that has left for the relay is nothing that is measured
        Pause.millis(200);
        Cost before = workers().cpu();
        long requests = work(length);
        // the relay's and the log writer's tail belongs to what was just asked for
        Pause.millis(200);
        return workers().cpu().since(before, requests);
    }
}

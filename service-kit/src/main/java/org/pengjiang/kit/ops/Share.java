package org.pengjiang.kit.ops;

/** A part of a limit, and never nothing of it. */
final class Share {
    private static final int ALL = 100;

    private Share() {}

    static int of(int limit, int percent) {
        return Math.toIntExact(of((long) limit, percent));
    }

    static long of(long limit, int percent) {
        return Math.max(1, limit * percent / ALL);
    }

    /** What of the connection pool one class of work may use at one time. */
    static int of(int pool, WorkClass kind, EdgeConfig.Work config) {
        return of(
                pool,
                switch (kind) {
                    case READ -> config.readsPercent();
                    case COMMAND -> config.commandsPercent();
                    case BULK -> config.bulkPercent();
                });
    }
}

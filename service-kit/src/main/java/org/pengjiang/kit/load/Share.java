package org.pengjiang.kit.load;

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

    /** What of the connection pool all requests may use together. */
    static int ofRequests(int pool, EdgeConfig.Work config) {
        return Math.max(1, pool - of(pool, config.reservePercent()));
    }

    /** What of the connection pool one class of work may use at one time. */
    static int of(int pool, WorkClass kind, EdgeConfig.Work config) {
        int percent = switch (kind) {
            case READ -> config.readsPercent();
            case COMMAND -> config.commandsPercent();
            case BULK -> config.bulkPercent();
        };
        return Math.min(ofRequests(pool, config), of(pool, percent));
    }
}

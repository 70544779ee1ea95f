package org.pengjiang.kit.problem;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** The caller has gone while the request was read or the answer written. Nobody reads what would be answered. */
public final class HungUp extends RuntimeException {
    public HungUp(IOException cause) {
        super("the caller has gone", cause, false, false);
    }

    /** Whether a failure says so. What it says about a connection to the database has been looked at before. */
    static boolean isMeantBy(Throwable failure) {
        return failure instanceof HungUp
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException
                || failure instanceof ClosedChannelException;
    }
}

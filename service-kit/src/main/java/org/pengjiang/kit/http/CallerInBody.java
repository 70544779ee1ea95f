package org.pengjiang.kit.http;

/**
 * A body that says itself who sends it, where nobody signs in: with a number and the code of it, for one. An Idempotency-Key is
 * its caller's, so that nobody gets the answer to another's request.
 */
public interface CallerInBody {
    /** The same for each request of one caller. Asked for before the body is validated. */
    String caller();
}

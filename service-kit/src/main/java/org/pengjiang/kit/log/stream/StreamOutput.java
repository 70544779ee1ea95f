package org.pengjiang.kit.log.stream;

/** The connection of one stream. Everything but {@link #run} is called inside of {@code run}. */
interface StreamOutput {
    /** Runs this soon, after what was given before. */
    void run(Runnable action);

    /** Whether more waits to be sent than a connection should keep. */
    boolean isFull();

    /** Runs when it is no longer full. */
    void onDrain(Runnable action);

    void write(byte[] frame);

    /** The caller reads all that was written, and that the stream is over. */
    void end();

    /** The connection is cut. */
    void reset();
}

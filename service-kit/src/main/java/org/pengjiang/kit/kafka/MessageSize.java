package org.pengjiang.kit.kafka;

/**
 * How large a message may be, in bytes: one limit for what is written to the log, for the producer and for the topics.
 * local-stack sets the same {@code max.message.bytes} on every topic that it makes, in containers as well.
 */
public final class MessageSize {
    /** Key, headers, data and Kafka's own frame: the producer sends nothing larger. */
    public static final int LARGEST_MESSAGE = 1024 * 1024;

    /** The data of an event, in UTF-8: what is left when key and headers, each of which the kit writes, have their room. */
    public static final int LARGEST_DATA = LARGEST_MESSAGE - 16 * 1024;

    private MessageSize() {}
}

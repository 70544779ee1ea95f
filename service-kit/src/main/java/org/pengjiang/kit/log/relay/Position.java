package org.pengjiang.kit.log.relay;

/** A place in the order of the log. */
record Position(long pos, long seq) {}

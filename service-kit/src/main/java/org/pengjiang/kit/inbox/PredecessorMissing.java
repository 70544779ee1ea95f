package org.pengjiang.kit.inbox;

/** An event of the subject before this one has never been seen. */
class PredecessorMissing extends RuntimeException {}

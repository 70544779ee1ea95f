package org.pengjiang.appeal.model.directory;

import org.pengjiang.appeal.model.neighbours.Handler;

/** A handler, and what named it. */
public record DispatchDecision(Handler handler, DispatchBasis basis) {}

package org.pengjiang.appeal.model;

/** A handler, and what named it. */
public record FoundHandler(Handler handler, NamedBy namedBy) {}

package org.pengjiang.kit.testing.parts.unsound.model;

/** In no part. */
public record Shelf(int place) {}

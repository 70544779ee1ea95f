package org.pengjiang.project.events;

import org.jspecify.annotations.Nullable;

/** One fact before and after; absent means it was, or is, not known. */
public record FactChange(
        String fact, @Nullable String before, @Nullable String after) {}

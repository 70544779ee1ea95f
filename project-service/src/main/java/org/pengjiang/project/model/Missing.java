package org.pengjiang.project.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing a gate still needs: a field or a piece of evidence, never both.
 *
 * @param rule the name of the {@link GateRule} that is not met
 */
public record Missing(@Nullable String field, @Nullable String evidence, String rule) {}

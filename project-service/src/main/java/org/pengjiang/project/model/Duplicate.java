package org.pengjiang.project.model;

/**
 * Another live project that may be the same one.
 *
 * @param blocks true: the office must decide; false: a warning, for the name alone proves nothing
 */
public record Duplicate(String projectNo, String ground, boolean blocks) {}

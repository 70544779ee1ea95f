package org.pengjiang.appeal.model.filing;

/**
 * One member that was sent with another value than it was filed with.
 *
 * @param pointer into the body that was sent
 * @param sent empty where nothing was sent, or where it is not to be kept in plain text
 */
public record Difference(String pointer, String sent) {}

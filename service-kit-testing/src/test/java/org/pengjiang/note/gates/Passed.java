package org.pengjiang.note.gates;

/** What an operation answers once its gate is open. */
public record Passed(boolean passed) {}

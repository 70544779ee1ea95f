package org.pengjiang.kit.testing.parts.unsound.events;

public record BookLent(String title) {}

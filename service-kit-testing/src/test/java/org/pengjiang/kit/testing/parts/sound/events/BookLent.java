package org.pengjiang.kit.testing.parts.sound.events;

public record BookLent(String title) {}

package org.pengjiang.kit.testing.rooms.sound.events;

public record BookLent(String title) {}

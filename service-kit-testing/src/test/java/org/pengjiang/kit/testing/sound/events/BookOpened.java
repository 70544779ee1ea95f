package org.pengjiang.kit.testing.sound.events;

public record BookOpened(String at) {}

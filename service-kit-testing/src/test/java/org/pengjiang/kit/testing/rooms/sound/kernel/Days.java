package org.pengjiang.kit.testing.rooms.sound.kernel;

public record Days(int number) {}

package org.pengjiang.kit.testing.parts.sound.model.paper;

public record Sheet(int pages) {}

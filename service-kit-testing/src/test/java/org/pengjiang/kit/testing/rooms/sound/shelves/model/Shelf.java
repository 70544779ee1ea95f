package org.pengjiang.kit.testing.rooms.sound.shelves.model;

import org.pengjiang.kit.testing.rooms.sound.kernel.Days;

public record Shelf(int books, Days closed) {}

package org.pengjiang.kit.testing.rooms.sound.shelves;

import org.pengjiang.kit.testing.rooms.sound.shelves.model.Shelf;

public class CountBooks {
    public int count(Shelf shelf) {
        return shelf.books();
    }
}

package org.pengjiang.kit.testing.rooms.sound.loans.model;

import org.pengjiang.kit.testing.rooms.sound.events.BookLent;
import org.pengjiang.kit.testing.rooms.sound.shelves.model.Shelf;

public record Loan(Shelf from) {
    public BookLent lent() {
        return new BookLent(from.toString());
    }
}

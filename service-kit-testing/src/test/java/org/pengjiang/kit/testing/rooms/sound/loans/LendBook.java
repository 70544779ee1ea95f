package org.pengjiang.kit.testing.rooms.sound.loans;

import org.pengjiang.kit.testing.rooms.sound.loans.model.Loan;
import org.pengjiang.kit.testing.rooms.sound.shelves.model.Shelf;

public class LendBook {
    public Loan lend(Shelf shelf) {
        return new Loan(shelf);
    }
}

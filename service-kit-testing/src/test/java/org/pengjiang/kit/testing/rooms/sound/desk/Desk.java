package org.pengjiang.kit.testing.rooms.sound.desk;

import org.pengjiang.kit.testing.rooms.sound.loans.LendBook;
import org.pengjiang.kit.testing.rooms.sound.loans.model.Loan;
import org.pengjiang.kit.testing.rooms.sound.shelves.model.Shelf;

class Desk {
    Loan serve(LendBook lending, Shelf shelf) {
        return lending.lend(shelf);
    }
}

package org.pengjiang.kit.testing.parts.sound.model.lending;

import org.pengjiang.kit.testing.parts.sound.events.BookLent;
import org.pengjiang.kit.testing.parts.sound.model.binding.Book;

public record Loan(Book book) {
    public BookLent lent() {
        return new BookLent(book.toString());
    }
}

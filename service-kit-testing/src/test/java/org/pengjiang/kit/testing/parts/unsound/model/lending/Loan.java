package org.pengjiang.kit.testing.parts.unsound.model.lending;

import org.pengjiang.kit.testing.parts.unsound.events.BookLent;
import org.pengjiang.kit.testing.parts.unsound.model.binding.Book;

public record Loan(Book book) {
    public BookLent lent() {
        return new BookLent(book.toString());
    }
}

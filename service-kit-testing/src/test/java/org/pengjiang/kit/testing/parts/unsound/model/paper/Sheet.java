package org.pengjiang.kit.testing.parts.unsound.model.paper;

import org.pengjiang.kit.testing.parts.unsound.model.binding.Book;

/** Knows what it is bound into: against the order. */
public record Sheet(int pages, Book... in) {}

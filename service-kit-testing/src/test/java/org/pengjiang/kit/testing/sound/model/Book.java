package org.pengjiang.kit.testing.sound.model;

import java.time.Clock;
import java.time.Instant;
import org.pengjiang.kit.testing.sound.events.BookOpened;

public class Book {
    public BookOpened open(Clock clock) {
        return new BookOpened(Instant.now(clock).toString());
    }
}

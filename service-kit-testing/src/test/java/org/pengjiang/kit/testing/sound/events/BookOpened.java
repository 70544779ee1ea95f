package org.pengjiang.kit.testing.sound.events;

import org.pengjiang.kit.log.DomainEvent;

public record BookOpened(String at) implements DomainEvent {
    @Override
    public String type() {
        return "book.opened.v1";
    }
}

package org.pengjiang.kit.testing.unsound.events;

import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.DomainEvent;

public record ShelfMoved(DivisionCode division) implements DomainEvent {
    @Override
    public String type() {
        return "shelf.moved.v1";
    }
}

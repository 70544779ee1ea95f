package org.pengjiang.kit.testing.unsound.events;

import org.pengjiang.identifiers.DivisionCode;

public record ShelfMoved(DivisionCode division) {}

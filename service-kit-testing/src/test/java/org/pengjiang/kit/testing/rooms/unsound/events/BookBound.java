package org.pengjiang.kit.testing.rooms.unsound.events;

import org.pengjiang.identifiers.DivisionCode;

public record BookBound(DivisionCode division) {}

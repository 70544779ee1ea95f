package org.pengjiang.kit.testing.parts.sound.model.binding;

import org.pengjiang.kit.testing.parts.sound.model.paper.Sheet;

public record Book(Sheet... sheets) {}

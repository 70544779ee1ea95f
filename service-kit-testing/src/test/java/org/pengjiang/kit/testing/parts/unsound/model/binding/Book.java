package org.pengjiang.kit.testing.parts.unsound.model.binding;

import org.pengjiang.kit.testing.parts.unsound.model.paper.Sheet;

public record Book(Sheet... sheets) {}

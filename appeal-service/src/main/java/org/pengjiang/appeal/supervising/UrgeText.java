package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why the appeal should go on. */
record UrgeText(@NotNull @LongText(max = 1000) String text) {}

package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** @param text for the enterprise: without numbers of mobile phones or identity cards */
record UrgeAnswer(@NotNull @LongText(max = 1000) String text) {}

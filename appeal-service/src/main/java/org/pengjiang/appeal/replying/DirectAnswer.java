package org.pengjiang.appeal.replying;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** @param publicText the answer, without numbers of mobile phones or identity cards */
record DirectAnswer(@NotNull @LongText(max = 4000) String publicText) {}

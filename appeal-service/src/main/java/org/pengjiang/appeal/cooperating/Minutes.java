package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** What came of a coordination. */
record Minutes(@NotNull @LongText(max = 8000) String minutes) {}

package org.pengjiang.appeal.dispatching;

import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;

/**
 * Exactly one of both.
 *
 * @param unit code of the unit that is to handle it
 * @param specialClass true: the open special class of the appeal's project
 */
record DispatchOrder(
        @Nullable @KeyString(max = 60) String unit,
        @Nullable Boolean specialClass) {}

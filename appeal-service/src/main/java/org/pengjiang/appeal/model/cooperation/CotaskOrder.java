package org.pengjiang.appeal.model.cooperation;

import org.pengjiang.appeal.model.neighbours.UnitKey;

/**
 * What a unit is asked to do.
 *
 * @param mandatory whether the lead cannot reply before it is done or waived
 */
public record CotaskOrder(UnitKey unit, String content, boolean mandatory) {
    CotaskOrder to(UnitKey other) {
        return new CotaskOrder(other, content, mandatory);
    }
}

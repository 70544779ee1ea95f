package org.pengjiang.appeal.model.neighbours;

import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;

/**
 * A unit. Its code is unique in a district alone, so that a unit of the city may carry the code of one of a district.
 *
 * @param district of a city's or a province's own unit that city or province
 */
public record UnitKey(String district, String code) {
    public static UnitKey of(DivisionCode division, String code) {
        return new UnitKey(districtOf(division), code);
    }

    /** The units that a token names: they lie in the district of its division. */
    public static List<String> codesOf(Caller caller) {
        return caller.division().isPresent() ? caller.claims("unit") : List.of();
    }

    /** Where the caller's units lie; nowhere without a division. */
    public static String districtOf(Caller caller) {
        return caller.division().map(UnitKey::districtOf).orElse("-");
    }

    private static String districtOf(DivisionCode division) {
        return division.district().orElse(division.value());
    }

    /** Whether the caller belongs to it. */
    public boolean isOf(Caller caller) {
        return codesOf(caller).contains(code) && district.equals(districtOf(caller));
    }
}

package org.pengjiang.identifiers;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reading of {@code NUMERIC(18,2)} quantities into whole hundredths. Nothing is rounded and nothing huge is written
 * out on the way.
 *
 * @param code the prefix of its refusals
 * @param name what the quantity is called in a sentence
 */
record TwoPlaces(String code, String name, String nameZh) {

    private static final int SCALE = 2;
    private static final int LARGEST_INTEGER_DIGITS = 16;
    private static final long LARGEST = 999_999_999_999_999_999L;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,24}(?:\\.[0-9]{1,24})?");

    BigDecimal decimal(@Nullable String raw) {
        String text = raw == null ? "" : KeyText.trimmed(raw);
        if (!DECIMAL.matcher(text).matches()) {
            throw new InvalidIdentifier(
                    code + "_SHAPE",
                    name + " is a plain decimal such as 1200000.00: digits and one point, no exponent, no separators.",
                    nameZh + "须为普通十进制数，如1200000.00：只含数字和一个小数点，不用指数和分隔符。");
        }
        return new BigDecimal(text);
    }

    long hundredths(BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return 0;
        }
        // compared before any rescaling: 1E+1000000000 must not be written out
        if ((long) quantity.precision() - quantity.scale() > LARGEST_INTEGER_DIGITS) {
            throw outOfRange();
        }
        BigDecimal shortest = quantity.stripTrailingZeros();
        if (shortest.scale() > SCALE) {
            throw new InvalidIdentifier(code + "_SCALE", name + " has at most two decimal places.", nameZh + "最多两位小数。");
        }
        return shortest.setScale(SCALE).unscaledValue().longValueExact();
    }

    long inRange(long hundredths) {
        if (hundredths < -LARGEST || hundredths > LARGEST) {
            throw outOfRange();
        }
        return hundredths;
    }

    private InvalidIdentifier outOfRange() {
        return new InvalidIdentifier(
                code + "_RANGE", name + " has at most 16 digits before the decimal point.", nameZh + "整数部分最多16位。");
    }
}

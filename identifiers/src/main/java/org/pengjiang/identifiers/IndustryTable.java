package org.pengjiang.identifiers;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names of the industry codes of one edition. What {@link #shipped()} holds is a handful of them; the full table
 * comes by an administrator's upload. A code outside the table is checked by its shape only.
 */
public final class IndustryTable {

    /** Group C396 tells the editions apart: in 2011 it was 电子器件制造, in 2017 it became this. */
    private static final String TELLTALE = "C396";

    private static final String TELLTALE_2017 = "智能消费设备制造";

    private final IndustryEdition edition;
    private final Map<IndustryCode, String> names;

    private IndustryTable(IndustryEdition edition, Map<IndustryCode, String> names) {
        this.edition = edition;
        this.names = names;
    }

    /** The few codes of GB/T 4754-2017 that come with the product. */
    public static IndustryTable shipped() {
        return Shipped.TABLE;
    }

    /**
     * @param names code to Chinese name
     * @throws InvalidIdentifier {@code INDUSTRY_CODE_SHAPE}, or {@code INDUSTRY_TABLE_EDITION} when group C396 is missing or
     *     named as in another edition: tables of 2011 go about under the name of 2017
     */
    public static IndustryTable of(IndustryEdition edition, Map<String, String> names) {
        Map<IndustryCode, String> table = new TreeMap<>();
        names.forEach((code, name) -> table.put(IndustryCode.parse(code, edition), name.strip()));
        String telltale = table.get(IndustryCode.parse(TELLTALE, edition));
        boolean of2017 = TELLTALE_2017.equals(telltale);
        if (telltale == null || of2017 != (edition == IndustryEdition.GBT_4754_2017)) {
            throw new InvalidIdentifier(
                    "INDUSTRY_TABLE_EDITION",
                    "The table is not that of " + edition
                            + ": group C396 is missing or has the name of another edition.",
                    "该表不是" + edition + "版：缺少C396，或其名称属于其他版本。");
        }
        return new IndustryTable(edition, table);
    }

    public IndustryEdition edition() {
        return edition;
    }

    public Optional<String> name(IndustryCode code) {
        return Optional.ofNullable(names.get(code));
    }

    /** {@link CheckLevel#REGISTER} for a code of this table and edition; otherwise {@link CheckLevel#FORMAT}. */
    public CheckLevel checkLevel(IndustryCode code) {
        return names.containsKey(code) ? CheckLevel.REGISTER : CheckLevel.FORMAT;
    }

    /** Loaded at first use, once. */
    private static final class Shipped {
        private static final IndustryTable TABLE = of(IndustryEdition.GBT_4754_2017, ShippedTables.industries2017());
    }
}

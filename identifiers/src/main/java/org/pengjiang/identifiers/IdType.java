package org.pengjiang.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By which number a legal or natural person is known; foreign investors never have a {@link Uscc}. */
public enum IdType {
    /** Unified social credit code, mainland China; the only kind whose number is checked. */
    USCC,
    /** Business registration, Hong Kong. */
    HK_BR,
    /** Companies registry, Hong Kong. */
    HK_CR,
    /** Commercial registration, Macao. */
    MO,
    /** Unified business number, Taiwan. */
    TW_UBN,
    PASSPORT,
    /** Legal entity identifier. */
    LEI,
    /** Of a register that is not known here: it may tell capitals from small letters. */
    OTHER;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");
    private static final Pattern HYPHENS = Pattern.compile("[\\x{2010}-\\x{2015}\\x{2212}]");

    /** @throws InvalidIdentifier {@code ID_TYPE_UNKNOWN} */
    public static IdType parse(@Nullable String raw) {
        for (IdType type : values()) {
            if (type.name().equals(raw)) {
                return type;
            }
        }
        throw new InvalidIdentifier(
                "ID_TYPE_UNKNOWN",
                "The kind of number is one of USCC, HK_BR, HK_CR, MO, TW_UBN, PASSPORT, LEI and OTHER.",
                "证件类型须为USCC、HK_BR、HK_CR、MO、TW_UBN、PASSPORT、LEI或OTHER。");
    }

    /** A number of this kind in its one spelling: no blanks, one kind of hyphen, and capitals where case means nothing. */
    public String oneSpelling(String number) {
        String plain = HYPHENS.matcher(BLANKS.matcher(KeyText.of(number)).replaceAll(""))
                .replaceAll("-");
        return KeyText.of(this == OTHER ? plain : plain.toUpperCase(Locale.ROOT));
    }
}

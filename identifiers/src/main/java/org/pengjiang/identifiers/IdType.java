package org.pengjiang.identifiers;

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
    OTHER;

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
}

package org.pengjiang.project.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;

/** Money in {@code numeric(18,2)}. */
@Converter(autoApply = true)
public class YuanColumn implements AttributeConverter<Yuan, BigDecimal> {
    @Override
    public @Nullable BigDecimal convertToDatabaseColumn(@Nullable Yuan yuan) {
        return yuan == null ? null : yuan.amount();
    }

    @Override
    public @Nullable Yuan convertToEntityAttribute(@Nullable BigDecimal amount) {
        return amount == null ? null : Yuan.of(amount);
    }
}

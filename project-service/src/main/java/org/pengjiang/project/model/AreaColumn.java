package org.pengjiang.project.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.SquareMetres;

/** Areas in {@code numeric(18,2)}. */
@Converter(autoApply = true)
public class AreaColumn implements AttributeConverter<SquareMetres, BigDecimal> {
    @Override
    public @Nullable BigDecimal convertToDatabaseColumn(@Nullable SquareMetres area) {
        return area == null ? null : area.amount();
    }

    @Override
    public @Nullable SquareMetres convertToEntityAttribute(@Nullable BigDecimal amount) {
        return amount == null ? null : SquareMetres.of(amount);
    }
}

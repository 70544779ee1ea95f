package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.kit.text.OneLine;

/**
 * Where the project stands and on how much ground.
 *
 * @param crs the coordinate system of {@code lon} and {@code lat}: an unknown one is kept and compared with nothing
 */
@Embeddable
public record Land(
        @Enumerated(EnumType.STRING) @Column(name = "land_mode") @Nullable LandMode landMode,

        @Column(name = "land_area_m2") @Nullable SquareMetres landAreaM2,
        @Column(name = "floor_area_m2") @Nullable SquareMetres floorAreaM2,

        @Column(name = "plot_ratio") @Nullable @Positive @Digits(integer = 3, fraction = 2) BigDecimal plotRatio,

        @Column(name = "park") @Nullable @OneLine(max = 200) String park,

        @Column(name = "lon") @Nullable @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 7) BigDecimal lon,

        @Column(name = "lat") @Nullable @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 3, fraction = 7) BigDecimal lat,

        @Column(name = "crs") @Nullable @Pattern(regexp = "[A-Z0-9:-]{1,20}", message = "{such.as} EPSG:4490") String crs) {

    public static final Land UNKNOWN = new Land(null, null, null, null, null, null, null, null);

    /** Land where land is used, floor where a plant is leased. */
    boolean isSized() {
        if (landMode == null) {
            return false;
        }
        SquareMetres area = landMode.hasOwnLand() ? landAreaM2 : floorAreaM2;
        return area != null && !area.isZero();
    }
}

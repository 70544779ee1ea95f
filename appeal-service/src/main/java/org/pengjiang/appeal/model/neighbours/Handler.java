package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who handles an appeal.
 *
 * @param classId the special class, where one handles it
 * @param accountableUnit the unit that answers for it; of a class its lead unit
 */
@Embeddable
public record Handler(
        @Column(name = "handler_kind") @Enumerated(EnumType.STRING)
        HandlerKind kind,

        @Column(name = "class_id") @Nullable UUID classId,
        @Column(name = "accountable_unit") String accountableUnit) {

    public static Handler unit(String code) {
        return new Handler(HandlerKind.UNIT, null, code);
    }

    public static Handler specialClass(UUID classId, String leadUnit) {
        return new Handler(HandlerKind.SPECIAL_CLASS, classId, leadUnit);
    }
}

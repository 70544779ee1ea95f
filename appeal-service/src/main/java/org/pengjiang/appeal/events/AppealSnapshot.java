package org.pengjiang.appeal.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the appeal stands after an event; every event of an appeal carries it.
 *
 * @param supervisionLevel not for the enterprise
 * @param projectId not of a confidential appeal, nor of one about a unit
 * @param enterprise credit code of whoever appeals, absent where there is none; not of a confidential appeal, nor of one about a unit
 * @param accountableUnit present from dispatch to closure
 */
public record AppealSnapshot(
        UUID appealId,
        String appealNo,
        String divisionCode,
        String state,
        boolean open,
        int round,
        String category,
        String timeClass,
        @Nullable Integer supervisionLevel,
        @Nullable UUID projectId,
        @Nullable String enterprise,
        @Nullable String handlerKind,
        @Nullable String accountableUnit) {

    /** Without how the offices are supervised. */
    AppealSnapshot forEnterprise() {
        return new AppealSnapshot(
                appealId,
                appealNo,
                divisionCode,
                state,
                open,
                round,
                category,
                timeClass,
                null,
                projectId,
                enterprise,
                handlerKind,
                accountableUnit);
    }
}

package org.pengjiang.appeal.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the appeal stands after an event; every event of an appeal carries it.
 *
 * @param enterprise credit code of whoever appeals, absent where there is none
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
        int supervisionLevel,
        @Nullable UUID projectId,
        @Nullable String enterprise,
        @Nullable String handlerKind,
        @Nullable String accountableUnit) {}

package org.pengjiang.project.lookup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of projects. */
record ProjectSummary(
        UUID id,
        String no,
        String name,
        String kind,
        String divisionCode,
        String stage,
        String condition,
        LocalDate stageEnteredOn,
        @Nullable String chainCode,
        @Nullable String plannedTotalYuan,
        @Nullable String agreementAmountYuan,
        int openAppeals,
        int breachedAppeals,
        boolean historical,
        long version) {}

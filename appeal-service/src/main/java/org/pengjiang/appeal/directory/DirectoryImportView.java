package org.pengjiang.appeal.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchRule;

/**
 * What a table changes in the directory.
 *
 * @param over rows that apply before the day only, and change nothing
 */
@Schema(name = "DispatchRuleImport")
record DirectoryImportView(
        LocalDate effectiveFrom,
        boolean dryRun,
        int rows,
        int over,
        int unchanged,
        int added,
        int ended,
        @Schema(description = "the first 500 新增") List<AddedView> firstAdded,
        @Schema(description = "the first 500 终止") List<EndedView> firstEnded) {
    private static final int MOST_SHOWN = 500;

    /** @param row counts from 1 below the headings */
    @Schema(name = "DispatchRuleToBeAdded")
    record AddedView(
            int row,
            String divisionCode,
            String category,
            String unitCode,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A rule that ends on the day before. */
    @Schema(name = "DispatchRuleToBeEnded")
    record EndedView(UUID id, String divisionCode, String category, String unitCode, LocalDate validFrom) {}

    static DirectoryImportView of(
            LocalDate from,
            boolean dryRun,
            DirectoryFile.Contents contents,
            int unchanged,
            List<DirectoryFile.Item> added,
            List<DispatchRule> ended) {
        return new DirectoryImportView(
                from,
                dryRun,
                contents.rows(),
                contents.over(),
                unchanged,
                added.size(),
                ended.size(),
                added.stream()
                        .limit(MOST_SHOWN)
                        .map(item -> new AddedView(
                                item.row().no(),
                                item.area().value(),
                                item.category(),
                                item.unitCode(),
                                item.validity().from(),
                                item.validity().to()))
                        .toList(),
                ended.stream()
                        .limit(MOST_SHOWN)
                        .map(rule -> new EndedView(
                                rule.id(), rule.division().value(), rule.category(), rule.unitCode(), rule.validFrom()))
                        .toList());
    }
}

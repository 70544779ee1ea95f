package org.pengjiang.appeal.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableFormat;
import org.pengjiang.kit.table.TableLayout;

/** The columns of the dispatch directory as a table. What is exported can be handed in again. */
final class DirectoryColumns {
    static final Column<DivisionCode> DIVISION = Column.of(
                    "division", "行政区划代码", "division code", DivisionCode::parse, DivisionCode::value)
            .required();
    static final Column<String> CATEGORY =
            Column.key("category", "诉求类别", "category", 3).required();
    static final Column<String> UNIT =
            Column.key("unit", "责任单位代码", "unit code", 32).required();
    static final Column<LocalDate> VALID_FROM = Column.date("valid_from", "生效日期", "valid from");
    static final Column<LocalDate> VALID_TO = Column.date("valid_to", "终止日期", "valid to");
    static final Column<String> NOTE = Column.longText("note", "备注", "note", 500);
    static final Column<Boolean> ASSUMPTION = Column.yesOrNo("assumption", "假设值", "assumption");

    static final TableLayout<DispatchRuleView> LAYOUT = TableLayout.<DispatchRuleView>empty()
            .with(DIVISION, rule -> DivisionCode.parse(rule.divisionCode()))
            .with(CATEGORY, DispatchRuleView::category)
            .with(UNIT, DispatchRuleView::unitCode)
            .with(VALID_FROM, DispatchRuleView::validFrom)
            .with(VALID_TO, DirectoryColumns::lastWholeDay)
            .with(NOTE, DispatchRuleView::note)
            .with(ASSUMPTION, DispatchRuleView::assumption);

    static final TableFormat FORMAT = new TableFormat(LAYOUT.columns(), 10_000);

    private DirectoryColumns() {}

    /** A table knows days alone: a rule that ends within a day leaves that day to the one that follows. */
    private static @Nullable LocalDate lastWholeDay(DispatchRuleView rule) {
        return rule.endsAt() == null ? null : rule.endsAt().minusDays(1).toLocalDate();
    }

    /** Without rules that applied on no day or a part of one alone: no form would take them. */
    static Page<DispatchRuleView> applying(Page<DispatchRuleView> page) {
        return new Page<>(
                page.items().stream()
                        .filter(rule -> {
                            LocalDate last = lastWholeDay(rule);
                            return last == null || !last.isBefore(rule.validFrom());
                        })
                        .toList(),
                page.next());
    }
}

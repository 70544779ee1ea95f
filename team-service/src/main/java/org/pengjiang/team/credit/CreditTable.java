package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.util.UUID;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableLayout;

/** The entries of a ledger as a table. What a quantity counts in stands beside it. */
final class CreditTable {
    private static final int PLACES = 4;
    private static final int UUID_LENGTH = 36;

    static final TableLayout<CreditEntryView> LAYOUT = TableLayout.<CreditEntryView>empty()
            .with(
                    Column.key("entry", "分录", "entry", UUID_LENGTH),
                    entry -> entry.id().toString())
            .with(Column.key("project_no", "项目编号", "project number", 40), CreditEntryView::projectNo)
            .with(Column.text("metric", "指标", "metric", 40), CreditEntryView::metric)
            .with(Column.text("period", "所属月份", "period", 7), CreditEntryView::period)
            .with(Column.date("effective_on", "生效日期", "effective on"), CreditEntryView::effectiveOn)
            .with(Column.text("kind", "分录类型", "kind of entry", 40), CreditEntryView::kind)
            .with(Column.text("cause", "事由", "cause", 200), CreditEntryView::cause)
            .with(Column.decimal("quantity", "数量", "quantity", PLACES), entry -> new BigDecimal(entry.quantity()))
            .with(Column.text("unit", "计量单位", "unit", 40), CreditEntryView::unit)
            .with(Column.yesOrNo("historical", "历史项目", "historical"), CreditEntryView::historical)
            .with(
                    Column.whole("rule_version", "规则版本", "version of the rules", 0, Integer.MAX_VALUE),
                    CreditEntryView::ruleVersion)
            .with(
                    Column.key("reversal_of", "冲销的分录", "reversal of", UUID_LENGTH),
                    entry -> entry.reversalOf().map(UUID::toString).orElse(null))
            .with(
                    Column.key("event", "来源事件", "event", UUID_LENGTH),
                    entry -> entry.eventId().toString());

    private CreditTable() {}
}

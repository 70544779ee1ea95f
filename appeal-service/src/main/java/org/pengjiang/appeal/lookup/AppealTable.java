package org.pengjiang.appeal.lookup;

import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableLayout;

/** A list of appeals as a table. Contacts are masked as in the list. */
final class AppealTable {
    static final TableLayout<AppealSummary> LAYOUT = TableLayout.<AppealSummary>empty()
            .with(Column.key("no", "诉求编号", "appeal number", 40), AppealSummary::no)
            .with(Column.text("title", "标题", "title", 200), AppealSummary::title)
            .with(Column.key("division", "行政区划代码", "division code", 12), AppealSummary::divisionCode)
            .with(
                    Column.text("state", "状态", "state", 40),
                    appeal -> appeal.state().name())
            .with(Column.yesOrNo("open", "未办结", "open"), AppealSummary::open)
            .with(Column.whole("round", "办理轮次", "round", 0, Integer.MAX_VALUE), AppealSummary::round)
            .with(Column.text("nature", "诉求性质", "nature", 40), appeal -> name(appeal.nature()))
            .with(Column.key("category", "诉求类别", "category", 3), AppealSummary::category)
            .with(Column.text("urgency", "紧急程度", "urgency", 40), appeal -> name(appeal.urgency()))
            .with(
                    Column.text("time_class", "时限等级", "time class", 40),
                    appeal -> appeal.timeClass().name())
            .with(Column.text("source", "来源", "source", 40), appeal -> name(appeal.source()))
            .with(Column.key("enterprise", "企业统一社会信用代码", "enterprise", 18), AppealSummary::enterprise)
            .with(Column.text("enterprise_name", "诉求人名称", "name of who appeals", 200), AppealSummary::enterpriseName)
            .with(Column.key("project_no", "项目编号", "project number", 40), AppealSummary::projectNo)
            .with(Column.text("handler_kind", "办理方类型", "kind of handler", 40), appeal -> name(appeal.handlerKind()))
            .with(Column.key("accountable_unit", "责任单位", "accountable unit", 32), AppealSummary::accountableUnit)
            .with(
                    Column.whole("supervision_level", "督办级别", "supervision level", 0, Integer.MAX_VALUE),
                    AppealSummary::supervisionLevel)
            .with(Column.yesOrNo("breached", "曾超期", "breached"), AppealSummary::breached)
            .with(Column.moment("received_at", "收到时间", "received at"), AppealSummary::receivedAt)
            .with(Column.moment("next_due_at", "最近到期", "next due at"), AppealSummary::nextDueAt)
            .with(
                    Column.text("contact_name", "联系人（脱敏）", "contact (masked)", 100),
                    appeal -> appeal.contact() == null ? null : appeal.contact().name())
            .with(
                    Column.text("contact_phone", "联系电话（脱敏）", "phone (masked)", 40),
                    appeal -> appeal.contact() == null ? null : appeal.contact().phone());

    private AppealTable() {}

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}

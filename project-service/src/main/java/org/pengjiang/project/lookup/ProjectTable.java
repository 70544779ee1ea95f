package org.pengjiang.project.lookup;

import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableLayout;

/** A list of projects as a table. */
final class ProjectTable {
    static final TableLayout<ProjectSummary> LAYOUT = TableLayout.<ProjectSummary>empty()
            .with(Column.key("no", "项目编号", "project number", 40), ProjectSummary::no)
            .with(Column.text("name", "项目名称", "project name", 200), ProjectSummary::name)
            .with(Column.text("kind", "项目类型", "kind of project", 40), ProjectSummary::kind)
            .with(Column.key("division", "行政区划代码", "division code", 12), ProjectSummary::divisionCode)
            .with(Column.text("stage", "阶段", "stage", 40), ProjectSummary::stage)
            .with(Column.text("condition", "状态", "condition", 40), ProjectSummary::condition)
            .with(Column.date("stage_entered_on", "进入阶段日期", "in this stage since"), ProjectSummary::stageEnteredOn)
            .with(Column.key("chain", "产业链", "industry chain", 40), ProjectSummary::chainCode)
            .with(
                    Column.yuan("planned_total_yuan", "计划总投资", "planned total"),
                    project -> yuan(project.plannedTotalYuan()))
            .with(
                    Column.yuan("agreement_amount_yuan", "协议金额", "agreed amount"),
                    project -> yuan(project.agreementAmountYuan()))
            .with(
                    Column.whole("open_appeals", "未办结诉求", "open appeals", 0, Integer.MAX_VALUE),
                    ProjectSummary::openAppeals)
            .with(
                    Column.whole("breached_appeals", "曾超期诉求", "appeals with a broken promise", 0, Integer.MAX_VALUE),
                    ProjectSummary::breachedAppeals)
            .with(Column.yesOrNo("historical", "历史项目", "historical"), ProjectSummary::historical);

    private ProjectTable() {}

    private static @Nullable Yuan yuan(@Nullable String amount) {
        return amount == null ? null : Yuan.parse(amount);
    }
}

package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableLayout;

/** The teams of a board as a table. Each row says of which day it is: a sheet is passed on without its name. */
final class BoardTable {
    private static final int PLACES = 4;

    private BoardTable() {}

    static TableLayout<BoardView.TeamRow> of(BoardView board) {
        return TableLayout.<BoardView.TeamRow>empty()
                .with(Column.date("as_of", "截至日期", "as of"), team -> board.asOf())
                .with(Column.yesOrNo("provisional", "暂定", "provisional"), team -> board.provisional())
                .with(Column.text("group", "分组", "group", 100), BoardView.TeamRow::group)
                .with(
                        Column.whole("place", "名次", "place", 1, Integer.MAX_VALUE),
                        team -> team.place().orElse(null))
                .with(Column.key("team", "队伍代码", "team code", 40), BoardView.TeamRow::code)
                .with(Column.text("name", "队伍名称", "team name", 200), BoardView.TeamRow::name)
                .with(
                        Column.text("kind", "队伍类型", "kind of team", 40),
                        team -> team.kind().name())
                .with(Column.key("division", "行政区划代码", "division code", 12), BoardView.TeamRow::divisionCode)
                .with(
                        Column.yuan("target_yuan", "目标", "target"),
                        team -> team.targetYuan().map(Yuan::parse).orElse(null))
                .with(Column.yuan("credited_yuan", "业绩", "credited"), team -> Yuan.parse(team.creditedYuan()))
                .with(Column.decimal("percent", "完成率（%）", "completed (%)", PLACES), team -> number(team.percent()))
                .with(
                        Column.decimal("gap_points", "快（慢）于时间进度的百分点", "gap in points", PLACES),
                        team -> number(team.gapPoints()))
                .with(Column.decimal("ratio", "进度比", "ratio", PLACES), team -> number(team.ratio()))
                .with(
                        Column.text("light", "红黄绿灯", "light", 10),
                        team -> team.light().name())
                .with(
                        Column.text("overall", "综合灯", "overall light", 10),
                        team -> team.overall().name())
                .with(
                        Column.decimal("interim_score", "阶段得分", "interim score", PLACES),
                        team -> number(team.interimScore()))
                .with(Column.decimal("final_score", "年度得分", "final score", PLACES), team -> number(team.finalScore()))
                .with(Column.yesOrNo("historical", "含历史项目", "historical"), BoardView.TeamRow::historical);
    }

    private static @Nullable BigDecimal number(Optional<String> figure) {
        return figure.map(BigDecimal::new).orElse(null);
    }
}

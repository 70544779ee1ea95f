package org.pengjiang.team.pledge;

import java.math.BigDecimal;
import java.util.List;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableFormat;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;

/** The columns of a district's targets of a year: one row for each line of each team. */
final class PledgeColumns {
    private static final int WHOLE = 10_000;
    private static final int PLACES = 4;

    static final Column<String> TEAM =
            Column.key("team", "队伍代码", "team code", 40).required();
    static final Column<Metric> METRIC =
            Column.oneOf("metric", "指标", "metric", Metric.class).required();
    static final Column<LineKind> LINE_KIND =
            Column.oneOf("line_kind", "指标项类型", "kind of line", LineKind.class).required();
    /** What counts in yuan; the heading names the unit. */
    static final Column<Yuan> TARGET_AMOUNT = Column.yuan("target_yuan", "目标金额", "target amount");
    /** Projects or percent. */
    static final Column<BigDecimal> TARGET = Column.decimal("target", "目标数", "target", PLACES);

    static final Column<Integer> WEIGHT = Column.whole("weight", "权重（万分之一）", "weight (basis points)", 0, WHOLE)
            .required();
    static final Column<Band> MIN_BAND = Column.oneOf("min_band", "规模下限", "smallest size", Band.class);
    static final Column<Boolean> MANUFACTURING = Column.yesOrNo("manufacturing", "制造业", "manufacturing");
    static final Column<String> CHAIN = Column.text("chain", "产业链", "industry chain", 40);
    static final Column<String> TAG = Column.text("tag", "项目标签", "project tag", 40);
    static final Column<String> CAP = Column.text("cap", "超额上限", "cap", 4);
    static final Column<Curve> CURVE = Column.oneOf("curve", "进度曲线", "curve", Curve.class);
    static final Column<String> CUSTOM_CURVE = Column.text("custom_curve", "逐月累计进度（万分之一）", "custom curve", 100);
    static final Column<BigDecimal> STRETCH = Column.decimal("stretch", "挑战目标", "stretch target", PLACES);

    static final TableFormat FORMAT = new TableFormat(
            List.of(
                    TEAM,
                    METRIC,
                    LINE_KIND,
                    TARGET_AMOUNT,
                    TARGET,
                    WEIGHT,
                    MIN_BAND,
                    MANUFACTURING,
                    CHAIN,
                    TAG,
                    CAP,
                    CURVE,
                    CUSTOM_CURVE,
                    STRETCH),
            5000);

    private PledgeColumns() {}

    /** Of a member of {@link LineRequest}. */
    static Column<?> of(String member, LineRequest line) {
        return switch (member) {
            case "metric" -> METRIC;
            case "lineKind" -> LINE_KIND;
            case "target" -> line.isAmount() ? TARGET_AMOUNT : TARGET;
            case "weight" -> WEIGHT;
            case "minBand" -> MIN_BAND;
            case "manufacturing" -> MANUFACTURING;
            case "chain" -> CHAIN;
            case "tag" -> TAG;
            case "cap" -> CAP;
            case "curve" -> CURVE;
            case "customCurve" -> CUSTOM_CURVE;
            case "stretch" -> STRETCH;
            default -> TEAM;
        };
    }
}

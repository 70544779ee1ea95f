package org.pengjiang.team.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LineKind;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Quantity;
import org.pengjiang.team.model.TargetLine;

/** One promise. */
@Schema(name = "TargetLine")
record LineView(
        @Schema(description = "Names the line on boards") String key,
        Metric metric,
        LineKind lineKind,
        Optional<Band> minBand,
        Optional<Boolean> manufacturing,
        Optional<String> chain,
        Optional<String> tag,
        String target,
        Quantity unit,
        int weight,
        String cap,
        Curve curve,
        List<Integer> customCurve,
        Optional<String> stretch) {

    static LineView of(TargetLine line) {
        return new LineView(
                line.key(),
                line.metric(),
                line.kind(),
                Optional.ofNullable(line.minBand()),
                Optional.ofNullable(line.manufacturing()),
                Optional.ofNullable(line.chain()),
                Optional.ofNullable(line.tag()),
                line.inUnit(line.target()).toPlainString(),
                line.unit(),
                line.weight(),
                line.cap().setScale(2).toPlainString(),
                line.curve(),
                line.custom(),
                Optional.ofNullable(line.stretch()).map(line::inUnit).map(BigDecimal::toPlainString));
    }
}

package org.pengjiang.team.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Texts;
import org.pengjiang.team.model.LightRule;
import org.pengjiang.team.model.Progress;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TimeProgress;

/** Says in words and steps how a line came to its figures. */
final class Explainer {
    private static final int PLACES = 2;
    private static final int RATIO_PLACES = 3;

    private final Judge judge;
    private final LineStanding standing;
    private final Texts words;

    Explainer(Judge judge, LineStanding standing, Texts words) {
        this.judge = judge;
        this.standing = standing;
        this.words = words;
    }

    List<String> sentences(String holder) {
        TargetLine line = standing.line();
        Progress progress = standing.progress();
        String metric = CodeNames.of(line.metric(), words.language());
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say(
                "target", holder, judge.year(), metric, target(), CodeNames.of(line.unit(), words.language())));
        sentences.add(words.say("credited", judge.asOf(), credited(), CodeNames.of(line.unit(), words.language())));
        if (progress.percent().isEmpty()) {
            sentences.add(words.say("no-target"));
            return sentences;
        }
        sentences.add(words.say("percent", Figures.percent(progress).orElseThrow()));
        sentences.add(words.say(
                "time",
                TimeProgress.completedMonths(judge.asOf()),
                Figures.twoPlaces(progress.due().times(100)),
                CodeNames.of(line.curve(), words.language())));
        sentences.add(words.say("gap", Figures.gap(progress).orElseThrow()));
        sentences.add(words.say("light." + standing.light(), rule()));
        return sentences;
    }

    private String rule() {
        LightRule rule = judge.lights();
        return words.say("rule." + rule.mode(), rule.greenFrom(), rule.yellowFrom(), rule.yellowFromPoints());
    }

    List<ExplanationView.StepView> steps() {
        Progress progress = standing.progress();
        String due = Figures.twoPlaces(progress.due().times(100));
        List<ExplanationView.StepView> steps = new ArrayList<>();
        steps.add(step("credited", words.say("sum-of-entries"), Optional.of(progress.credited()), PLACES));
        steps.add(step("target", words.say("sum-of-pledges"), progress.target(), PLACES));
        steps.add(step("percent", credited() + " ÷ " + target() + " × 100", progress.percent(), PLACES));
        steps.add(step("timeProgress", timeFormula(), Optional.of(progress.due().times(100)), PLACES));
        steps.add(step("gapPoints", Figures.percent(progress).orElse("–") + " − " + due, progress.gap(), PLACES));
        steps.add(step("ratio", Figures.percent(progress).orElse("–") + " ÷ " + due, progress.ratio(), RATIO_PLACES));
        return steps;
    }

    private String timeFormula() {
        return words.say("time-formula." + standing.line().curve(), TimeProgress.completedMonths(judge.asOf()));
    }

    private static ExplanationView.StepView step(String name, String formula, Optional<Rational> value, int places) {
        return new ExplanationView.StepView(
                name,
                formula,
                value.map(Rational::unrounded).orElse("–"),
                value.map(it -> it.rounded(places).toPlainString()).orElse("–"));
    }

    private String target() {
        return Figures.quantity(standing.line(), Rational.of(standing.line().target()));
    }

    private String credited() {
        return Figures.quantity(standing.line(), standing.progress().credited());
    }
}

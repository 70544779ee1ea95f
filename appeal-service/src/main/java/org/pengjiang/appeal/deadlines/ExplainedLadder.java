package org.pengjiang.appeal.deadlines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.EscalationFired;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.Ladder;
import org.pengjiang.appeal.model.policy.Rung;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Texts;

/** What happens by and by while nobody answers a clock, and what of it has happened. */
record ExplainedLadder(SlaClock clock, Ladder ladder, Texts words) {
    List<ClockExplanation.Rung> rungs() {
        return ladder.rungs().stream().map(this::rung).toList();
    }

    private ClockExplanation.Rung rung(Rung rung) {
        Optional<EscalationFired> fired = clock.levels().stream()
                .filter(level -> level.level() == rung.level())
                .findFirst();
        boolean next = clock.nextLevel().filter(level -> level == rung.level()).isPresent();
        Target after = rung.afterDue();
        return new ClockExplanation.Rung(
                rung.level(),
                after == null ? null : Long.valueOf(after.amount()),
                after == null ? null : after.unit(),
                rung.tells().stream().sorted().toList(),
                rung.raiseBy(),
                rung.raiseTo(),
                inWords(rung),
                next ? clock.nextFireAt().map(MomentFormat::written).orElse(null) : null,
                fired.map(level -> MomentFormat.written(level.firedAt())).orElse(null),
                fired.map(level -> MomentFormat.written(level.recordedAt())).orElse(null));
    }

    private String inWords(Rung rung) {
        String told = rung.tells().stream()
                .sorted()
                .map(recipient -> CodeNames.of(recipient, words.language()))
                .collect(Collectors.joining(words.say("and")));
        String said = told.isEmpty() ? words.say("rung.noted", when(rung)) : words.say("rung.told", when(rung), told);
        if (rung.raiseTo() == 0) {
            return said;
        }
        return said
                + words.say("between")
                + (rung.raiseBy() == 0
                        ? words.say("rung.raisedTo", rung.raiseTo())
                        : words.say("rung.raised", rung.raiseBy(), rung.raiseTo()));
    }

    private String when(Rung rung) {
        Target after = rung.afterDue();
        if (after != null) {
            return words.say(
                    "rung.AFTER_DUE",
                    after.amount(),
                    words.word("rung.after", after.unit().name()));
        }
        return rung.level() == ClockType.DUE ? words.say("rung.DUE") : words.say("rung.PERCENT", rung.level());
    }
}

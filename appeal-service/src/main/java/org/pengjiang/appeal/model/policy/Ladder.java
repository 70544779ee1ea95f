package org.pengjiang.appeal.model.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** The rungs of one clock, the lowest first; the due is always one of them. */
public record Ladder(List<Rung> rungs) {
    public Ladder {
        rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::level)).toList();
    }

    static Ladder of(ClockType clock, List<Rung> said) {
        List<Rung> rungs = new ArrayList<>(said);
        if (rungs.stream().noneMatch(rung -> rung.level() == ClockType.DUE)) {
            rungs.add(Rung.due(clock));
        }
        return new Ladder(rungs);
    }

    /** The lowest above a level. */
    public Optional<Rung> above(int level) {
        return rungs.stream().filter(rung -> rung.level() > level).findFirst();
    }

    public Optional<Rung> at(int level) {
        return rungs.stream().filter(rung -> rung.level() == level).findFirst();
    }

    /** Who is told by the rungs of these levels. */
    public Set<EscalationRecipient> told(IntPredicate levels) {
        Set<EscalationRecipient> told = EnumSet.noneOf(EscalationRecipient.class);
        rungs.stream().filter(rung -> levels.test(rung.level())).forEach(rung -> told.addAll(rung.tells()));
        return told;
    }
}

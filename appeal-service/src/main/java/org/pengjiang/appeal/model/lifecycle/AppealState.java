package org.pengjiang.appeal.model.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Language;

/** Where an appeal stands, and what that means for its clocks. */
public enum AppealState {
    SUBMITTED(ClockEffects.promisesRun().and(ClockType.ACCEPT, ClockEffect.AWAIT)),
    SUPPLEMENT(ClockEffects.promises(ClockEffect.RUN, ClockEffect.PAUSE).and(ClockType.SUPPLEMENT, ClockEffect.START)),
    REJECTED(ClockEffects.none()),
    PENDING_DISPATCH(ClockEffects.promisesRun().and(ClockType.DISPATCH, ClockEffect.AWAIT)),
    DISPATCHED(ClockEffects.promisesRun()
            .and(ClockType.SIGN, ClockEffect.START)
            .and(ClockType.PLAN, ClockEffect.START)
            .and(ClockType.CORRECTION, ClockEffect.START)
            .and(ClockType.UNIT_CONTACT, ClockEffect.START)
            .and(ClockType.UNIT_RESOLVE, ClockEffect.START)),
    /** Those of the unit that returns it stand still; those of the enterprise do not. */
    RETURN_REVIEW(ClockEffects.promisesRun()
            .and(ClockType.SIGN, ClockEffect.PAUSE)
            .and(ClockType.UNIT_CONTACT, ClockEffect.PAUSE)
            .and(ClockType.UNIT_RESOLVE, ClockEffect.PAUSE)
            .and(ClockType.PLAN, ClockEffect.PAUSE)
            .and(ClockType.NEXT_UPDATE, ClockEffect.PAUSE)
            .and(ClockType.RULING, ClockEffect.START)),
    IN_PROGRESS(ClockEffects.promisesRun()
            .and(ClockType.PLAN, ClockEffect.RUN)
            .and(ClockType.NEXT_UPDATE, ClockEffect.RUN)),
    WAIT_ENTERPRISE(ClockEffects.promises(ClockEffect.RUN, ClockEffect.PAUSE)
            .and(ClockType.PLAN, ClockEffect.PAUSE)
            .and(ClockType.NEXT_UPDATE, ClockEffect.PAUSE)
            .and(ClockType.QUESTION, ClockEffect.START)),
    SUSPENDED(ClockEffects.promises(ClockEffect.RUN, ClockEffect.PAUSE)
            .and(ClockType.PLAN, ClockEffect.PAUSE)
            .and(ClockType.NEXT_UPDATE, ClockEffect.PAUSE)
            .and(ClockType.SUSPENSION_REVIEW, ClockEffect.START)),
    REVIEW(ClockEffects.promisesRun()
            .and(ClockType.PLAN, ClockEffect.RUN)
            .and(ClockType.NEXT_UPDATE, ClockEffect.RUN)
            .and(ClockType.REVIEW, ClockEffect.START)),
    REPLIED(ClockEffects.promises(ClockEffect.ANSWER, ClockEffect.ANSWER)
            .and(ClockType.PLAN, ClockEffect.ANSWER)
            .and(ClockType.NEXT_UPDATE, ClockEffect.ANSWER)
            .and(ClockType.EVALUATION, ClockEffect.START)
            .and(ClockType.DECISION, ClockEffect.RUN)),
    /** A new round begins: its promises count from here. */
    REWORK(ClockEffects.promises(ClockEffect.START, ClockEffect.START)),
    /** Milestones, which are clocks of the plan, take the place of the promises. */
    TRACKING(ClockEffects.none()
            .and(ClockType.NEXT_UPDATE, ClockEffect.START)
            .and(ClockType.TRACKING_REVIEW, ClockEffect.START)),
    CLOSED(ClockEffects.none()),
    MERGED(ClockEffects.none()),
    WITHDRAWN(ClockEffects.none());

    private static final Set<AppealState> ENDED = EnumSet.of(REJECTED, CLOSED, MERGED, WITHDRAWN);
    private static final Set<AppealState> WITHOUT_HANDLER =
            EnumSet.of(SUBMITTED, SUPPLEMENT, REJECTED, PENDING_DISPATCH, MERGED, WITHDRAWN);

    private final String nameZh;
    private final ClockEffects clocks;

    AppealState(ClockEffects clocks) {
        this.nameZh = CodeNames.of(this, Language.CHINESE);
        this.clocks = clocks;
    }

    public String nameZh() {
        return nameZh;
    }

    /** False once rejected, closed, merged or withdrawn. */
    public boolean open() {
        return !ENDED.contains(this);
    }

    /** What becomes of each clock of the round when an appeal comes here. */
    public ClockEffects clocks() {
        return clocks;
    }

    /** From dispatch to closure somebody answers for the appeal. */
    public boolean needsAccountableUnit() {
        return !WITHOUT_HANDLER.contains(this);
    }

    /** Every open state in which somebody answers for the appeal. */
    static Set<AppealState> allHandled() {
        Set<AppealState> states = allOpen();
        states.removeAll(WITHOUT_HANDLER);
        return states;
    }

    /** Every one of them in which other units may help, because the reply is still to come. */
    static Set<AppealState> allCooperating() {
        Set<AppealState> states = allHandled();
        states.removeIf(state -> !state.clocks().goesOn(ClockType.RESOLVE));
        return states;
    }

    public static Set<AppealState> allOpen() {
        return Arrays.stream(values())
                .filter(AppealState::open)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppealState.class)));
    }
}

package org.pengjiang.appeal.model.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Language;

/** Where an appeal stands, and what that means for its clocks. */
public enum AppealState {
    SUBMITTED(true, ClockEffect.RUN, ClockEffect.RUN),
    SUPPLEMENT(true, ClockEffect.RUN, ClockEffect.PAUSE),
    REJECTED(false, ClockEffect.STOP, ClockEffect.STOP),
    PENDING_DISPATCH(true, ClockEffect.RUN, ClockEffect.RUN),
    DISPATCHED(true, ClockEffect.RUN, ClockEffect.RUN),
    RETURN_REVIEW(true, ClockEffect.RUN, ClockEffect.RUN),
    IN_PROGRESS(true, ClockEffect.RUN, ClockEffect.RUN),
    WAIT_ENTERPRISE(true, ClockEffect.RUN, ClockEffect.PAUSE),
    SUSPENDED(true, ClockEffect.RUN, ClockEffect.PAUSE),
    REVIEW(true, ClockEffect.RUN, ClockEffect.RUN),
    REPLIED(true, ClockEffect.STOP, ClockEffect.STOP),
    REWORK(true, ClockEffect.STOP, ClockEffect.STOP),
    TRACKING(true, ClockEffect.STOP, ClockEffect.STOP),
    CLOSED(false, ClockEffect.STOP, ClockEffect.STOP),
    MERGED(false, ClockEffect.STOP, ClockEffect.STOP),
    WITHDRAWN(false, ClockEffect.STOP, ClockEffect.STOP);

    private static final Set<AppealState> BEFORE_DISPATCH =
            EnumSet.of(SUBMITTED, SUPPLEMENT, REJECTED, PENDING_DISPATCH, MERGED, WITHDRAWN);

    private final String nameZh;
    private final boolean open;
    private final ClockEffect contact;
    private final ClockEffect resolve;

    AppealState(boolean open, ClockEffect contact, ClockEffect resolve) {
        this.nameZh = CodeNames.of(this, Language.CHINESE);
        this.open = open;
        this.contact = contact;
        this.resolve = resolve;
    }

    public String nameZh() {
        return nameZh;
    }

    /** False once rejected, closed, merged or withdrawn. */
    public boolean open() {
        return open;
    }

    /** What it does to the clock of the first contact while that is not answered. */
    public ClockEffect contact() {
        return contact;
    }

    /** What it does to the clocks of the reply, {@link ClockType#RESOLVE} and {@link ClockType#LIMIT}. */
    public ClockEffect resolve() {
        return resolve;
    }

    public boolean pausesResolve() {
        return resolve == ClockEffect.PAUSE;
    }

    /** The step that an office owes here, and whose clock runs meanwhile. */
    public Optional<ClockType> step() {
        return switch (this) {
            case SUBMITTED -> Optional.of(ClockType.ACCEPT);
            case PENDING_DISPATCH -> Optional.of(ClockType.DISPATCH);
            case DISPATCHED -> Optional.of(ClockType.SIGN);
            case REVIEW -> Optional.of(ClockType.REVIEW);
            default -> Optional.empty();
        };
    }

    /** From dispatch to closure somebody answers for the appeal. */
    public boolean needsAccountableUnit() {
        return !BEFORE_DISPATCH.contains(this);
    }

    public static Set<AppealState> allOpen() {
        return Arrays.stream(values())
                .filter(AppealState::open)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppealState.class)));
    }
}

package org.pengjiang.appeal.model.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an appeal stands, and what that means for its clocks. */
public enum AppealState {
    SUBMITTED("待受理", true, ClockEffect.RUN, ClockEffect.RUN),
    SUPPLEMENT("待补正", true, ClockEffect.RUN, ClockEffect.PAUSE),
    REJECTED("不予受理", false, ClockEffect.STOP, ClockEffect.STOP),
    PENDING_DISPATCH("待分派", true, ClockEffect.RUN, ClockEffect.RUN),
    DISPATCHED("待签收", true, ClockEffect.RUN, ClockEffect.RUN),
    RETURN_REVIEW("退单审核", true, ClockEffect.RUN, ClockEffect.RUN),
    IN_PROGRESS("办理中", true, ClockEffect.RUN, ClockEffect.RUN),
    WAIT_ENTERPRISE("待企业配合", true, ClockEffect.RUN, ClockEffect.PAUSE),
    SUSPENDED("法定中止", true, ClockEffect.RUN, ClockEffect.PAUSE),
    REVIEW("待审核", true, ClockEffect.RUN, ClockEffect.RUN),
    REPLIED("待评价", true, ClockEffect.STOP, ClockEffect.STOP),
    REWORK("重办", true, ClockEffect.STOP, ClockEffect.STOP),
    TRACKING("挂账跟踪", true, ClockEffect.STOP, ClockEffect.STOP),
    CLOSED("办结", false, ClockEffect.STOP, ClockEffect.STOP),
    MERGED("已并案", false, ClockEffect.STOP, ClockEffect.STOP),
    WITHDRAWN("已撤回", false, ClockEffect.STOP, ClockEffect.STOP);

    private static final Set<AppealState> BEFORE_DISPATCH =
            EnumSet.of(SUBMITTED, SUPPLEMENT, REJECTED, PENDING_DISPATCH, MERGED, WITHDRAWN);

    private final String nameZh;
    private final boolean open;
    private final ClockEffect contact;
    private final ClockEffect resolve;

    AppealState(String nameZh, boolean open, ClockEffect contact, ClockEffect resolve) {
        this.nameZh = nameZh;
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

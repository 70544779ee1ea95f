package org.pengjiang.appeal.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an appeal stands, and what that means for its clocks. */
public enum AppealState {
    SUBMITTED("待受理", true, ClockMode.RUN, ClockMode.RUN),
    SUPPLEMENT("待补正", true, ClockMode.RUN, ClockMode.PAUSE),
    REJECTED("不予受理", false, ClockMode.STOP, ClockMode.STOP),
    PENDING_DISPATCH("待分派", true, ClockMode.RUN, ClockMode.RUN),
    DISPATCHED("待签收", true, ClockMode.RUN, ClockMode.RUN),
    RETURN_REVIEW("退单审核", true, ClockMode.RUN, ClockMode.RUN),
    IN_PROGRESS("办理中", true, ClockMode.RUN, ClockMode.RUN),
    WAIT_ENTERPRISE("待企业配合", true, ClockMode.RUN, ClockMode.PAUSE),
    SUSPENDED("法定中止", true, ClockMode.RUN, ClockMode.PAUSE),
    REVIEW("待审核", true, ClockMode.RUN, ClockMode.RUN),
    REPLIED("待评价", true, ClockMode.STOP, ClockMode.STOP),
    REWORK("重办", true, ClockMode.STOP, ClockMode.STOP),
    TRACKING("挂账跟踪", true, ClockMode.STOP, ClockMode.STOP),
    CLOSED("办结", false, ClockMode.STOP, ClockMode.STOP),
    MERGED("已并案", false, ClockMode.STOP, ClockMode.STOP),
    WITHDRAWN("已撤回", false, ClockMode.STOP, ClockMode.STOP);

    private static final Set<AppealState> BEFORE_DISPATCH =
            EnumSet.of(SUBMITTED, SUPPLEMENT, REJECTED, PENDING_DISPATCH, MERGED, WITHDRAWN);

    private final String nameZh;
    private final boolean open;
    private final ClockMode contact;
    private final ClockMode resolve;

    AppealState(String nameZh, boolean open, ClockMode contact, ClockMode resolve) {
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
    public ClockMode contact() {
        return contact;
    }

    /** What it does to the clocks of the reply, {@link ClockType#RESOLVE} and {@link ClockType#LIMIT}. */
    public ClockMode resolve() {
        return resolve;
    }

    public boolean pausesResolve() {
        return resolve == ClockMode.PAUSE;
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

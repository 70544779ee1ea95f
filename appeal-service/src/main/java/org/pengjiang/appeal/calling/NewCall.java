package org.pengjiang.appeal.calling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.evaluation.CallNote;
import org.pengjiang.appeal.model.evaluation.CallOutcome;
import org.pengjiang.appeal.model.evaluation.CallbackAnswer;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/**
 * One attempt to call the enterprise back.
 *
 * @param solved and {@code stars}, where it was reached; {@code reasons} as it says them
 */
record NewCall(
        @NotNull CallOutcome outcome,

        @Nullable @OneLine(max = 100)
        @Schema(description = "where the record of the call is found; needed where somebody answered 录音编号")
        String recording,

        @Nullable Solved solved,
        @Nullable @Min(1) @Max(5) Integer stars,

        @Nullable @LongText(max = 1000) @Schema(description = "in the words of the enterprise 企业意见")
        String reasons,

        @Nullable @LongText(max = 1000) @Schema(description = "of the officer, for the offices 备注")
        String note) {

    CallNote asNote() {
        return new CallNote(
                outcome,
                recording,
                note,
                solved == null || stars == null ? null : new CallbackAnswer(solved, stars, reasons));
    }

    /** @throws DomainException CALL_INCOMPLETE, CALL_UNANSWERED with every member that is missing or too much */
    void requireWhole() {
        List<Fault> faults = new ArrayList<>();
        boolean isReached = outcome == CallOutcome.REACHED;
        AppealProblem problem = isReached ? AppealProblem.CALL_INCOMPLETE : AppealProblem.CALL_UNANSWERED;
        if (isReached == (solved == null)) {
            faults.add(Fault.at("/solved", problem));
        }
        if (isReached == (stars == null)) {
            faults.add(Fault.at("/stars", problem));
        }
        if (!isReached && reasons != null) {
            faults.add(Fault.at("/reasons", problem));
        }
        if (outcome != CallOutcome.NOT_REACHED && recording == null) {
            faults.add(Fault.at("/recording", AppealProblem.CALL_INCOMPLETE));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(AppealProblem.CALL_INCOMPLETE, faults);
        }
    }
}

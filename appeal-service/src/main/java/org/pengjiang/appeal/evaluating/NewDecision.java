package org.pengjiang.appeal.evaluating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.evaluation.DecisionOutcome;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.tracking.NewTracking;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.LongText;

/**
 * What the leader decides, and what the enterprise is told; its texts hold no numbers of mobile phones or identity cards. A final reply says
 * all of itself, and tracking says its plan.
 */
record NewDecision(
        @NotNull DecisionOutcome outcome,

        @Nullable @Schema(description = "of a final reply 办理结果")
        ReplyResult result,

        @Nullable @LongText(max = 4000) @Schema(description = "the final reply with its reasons 最终答复")
        String publicText,

        @Nullable @LongText(max = 1000) @Schema(description = "of a final reply 法律依据")
        String legalBasis,

        @Nullable @LongText(max = 1000) @Schema(description = "where one can turn against a final reply 救济途径")
        String recourse,

        @Nullable @Valid @Schema(description = "the plan by which it is tracked 挂账方案")
        NewTracking tracking) {

    ReplyText asText() {
        return new ReplyText(Objects.requireNonNull(result), Objects.requireNonNull(publicText), legalBasis, recourse);
    }

    NewTracking plan() {
        return Objects.requireNonNull(tracking);
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with what its outcome needs and does not have; TEXT_NAMES_PERSON */
    void require() {
        Map<String, @Nullable Object> ofReply = new LinkedHashMap<>();
        ofReply.put("/result", result);
        ofReply.put("/publicText", publicText);
        ofReply.put("/legalBasis", legalBasis);
        ofReply.put("/recourse", recourse);
        boolean isReply = outcome == DecisionOutcome.FINAL_REPLY;
        List<Fault> faults = new ArrayList<>();
        List<Fault> persons = new ArrayList<>();
        ofReply.forEach((pointer, said) -> {
            if (isReply != (said != null)) {
                faults.add(wrong(pointer, said));
            } else if (said instanceof String text && PersonalNumbers.standIn(text)) {
                persons.add(Fault.at(pointer, AppealProblem.TEXT_NAMES_PERSON));
            }
        });
        if (isReply == (tracking != null)) {
            faults.add(wrong("/tracking", tracking));
        }
        faults.addAll(persons);
        if (!faults.isEmpty()) {
            throw new DomainException(
                    faults.size() == persons.size() ? AppealProblem.TEXT_NAMES_PERSON : KitProblem.VALUE_UNACCEPTABLE,
                    faults);
        }
    }

    private Fault wrong(String pointer, @Nullable Object said) {
        return said == null
                ? Fault.at(pointer, KitProblem.VALUE_MISSING)
                : Fault.at(pointer, AppealProblem.NOT_WITH_OUTCOME, outcome.name());
    }
}

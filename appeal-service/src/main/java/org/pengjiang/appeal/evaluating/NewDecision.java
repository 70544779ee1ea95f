package org.pengjiang.appeal.evaluating;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyText;
import org.pengjiang.appeal.model.evaluation.DecisionOutcome;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.text.LongText;

/** What the leader decides, and what the enterprise is told; its texts hold no numbers of mobile phones or identity cards. */
record NewDecision(
        @NotNull DecisionOutcome outcome,
        @NotNull ReplyResult result,

        @NotNull @LongText(max = 4000) @Schema(description = "the final reply with its reasons 最终答复")
        String publicText,

        @NotNull @LongText(max = 1000) String legalBasis,

        @NotNull @LongText(max = 1000) @Schema(description = "where one can turn against it 救济途径")
        String recourse) {

    ReplyText asText() {
        return new ReplyText(result, publicText, legalBasis, recourse);
    }

    /** @throws DomainException TEXT_NAMES_PERSON with every text that does */
    void requirePublic() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/publicText", publicText);
        texts.put("/legalBasis", legalBasis);
        texts.put("/recourse", recourse);
        List<Fault> faults = new ArrayList<>();
        texts.forEach((pointer, text) -> {
            if (PersonalNumbers.standIn(text)) {
                faults.add(Fault.at(pointer, AppealProblem.TEXT_NAMES_PERSON));
            }
        });
        if (!faults.isEmpty()) {
            throw new DomainException(AppealProblem.TEXT_NAMES_PERSON, faults);
        }
    }
}

package org.pengjiang.appeal.screening;

import java.util.List;
import java.util.Map;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.Fault;

/** What an office writes for the enterprise names no mobile and no identity number. */
final class PublicTexts {
    private PublicTexts() {}

    /** @param texts by their pointers */
    static List<Fault> faults(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> PersonalNumbers.standIn(text.getValue()))
                .map(text -> Fault.at(text.getKey(), AppealProblem.TEXT_NAMES_PERSON))
                .toList();
    }
}

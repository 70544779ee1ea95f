package org.pengjiang.appeal.screening;

import java.util.List;
import java.util.Map;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** What an office writes for the enterprise names no mobile and no identity number. */
final class PublicTexts {
    private PublicTexts() {}

    /**
     * @param texts by their pointers
     * @throws DomainException TEXT_NAMES_PERSON with each text that does
     */
    static void require(Map<String, String> texts) {
        List<Fault> faults = texts.entrySet().stream()
                .filter(text -> PersonalNumbers.standIn(text.getValue()))
                .map(text -> Fault.at(text.getKey(), AppealProblem.TEXT_NAMES_PERSON))
                .toList();
        if (!faults.isEmpty()) {
            throw new DomainException(AppealProblem.TEXT_NAMES_PERSON, faults);
        }
    }
}

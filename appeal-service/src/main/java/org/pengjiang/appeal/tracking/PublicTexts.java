package org.pengjiang.appeal.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** What the offices write for the enterprise names nobody's numbers. */
final class PublicTexts {
    private PublicTexts() {}

    /**
     * @param texts by the member that each stands in
     * @param more other faults, which are named with them
     * @throws DomainException TEXT_NAMES_PERSON; VALUE_UNACCEPTABLE where there are other faults
     */
    static void require(Map<String, String> texts, List<Fault> more) {
        List<Fault> faults = new ArrayList<>();
        texts.forEach((member, text) -> {
            if (PersonalNumbers.standIn(text)) {
                faults.add(Fault.at("/" + member, AppealProblem.TEXT_NAMES_PERSON));
            }
        });
        faults.addAll(more);
        if (!faults.isEmpty()) {
            throw new DomainException(
                    more.isEmpty() ? AppealProblem.TEXT_NAMES_PERSON : KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}

package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.confidentiality.Confidentiality;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.Fault;

/** Which unit a filing is about, and how confidential it is. */
@ApplicationScoped
class ConfidentialityOfFiling {
    private final UnitCopies units;

    ConfidentialityOfFiling(UnitCopies units) {
        this.units = units;
    }

    Confidentiality of(NewAppeal said, List<Fault> faults) {
        NewAppeal.AboutUnit named = said.aboutUnit();
        Optional<UnitKey> about = Optional.empty();
        if (named != null) {
            about = units.known(named.code(), named.divisionCode());
            if (about.isEmpty()) {
                faults.add(Fault.at("/aboutUnit/code", AppealProblem.UNIT_UNKNOWN, named.code()));
            }
        }
        ConfidentialityGrade grade = said.confidentiality() == null
                ? ConfidentialityGrade.byDefault(said.nature(), about.isPresent())
                : said.confidentiality();
        return Confidentiality.of(grade, about);
    }
}

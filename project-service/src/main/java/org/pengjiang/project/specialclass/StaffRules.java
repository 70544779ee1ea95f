package org.pengjiang.project.specialclass;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.ClassStaff;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.KnownUnits;
import org.pengjiang.project.model.ProjectProblem;

/** Refuses a class that names a unit nobody knows or a person twice, with every fault at once. */
@ApplicationScoped
class StaffRules {
    private final KnownUnits units;

    StaffRules(KnownUnits units) {
        this.units = units;
    }

    /** @param at where the staff stands in the body, such as {@code /specialClass} */
    void require(InvestmentProject project, ClassStaff staff, String at) {
        List<Fault> faults = new ArrayList<>();
        checkUnit(project, staff.leadUnit(), at, faults);
        Set<String> accounts = new HashSet<>();
        for (int i = 0; i < staff.members().size(); i++) {
            String account = staff.members().get(i).account();
            if (!accounts.add(account)) {
                faults.add(Fault.at(at + "/members/" + i + "/account", ProjectProblem.CLASS_MEMBER_TWICE, account));
            }
        }
        refuse(faults);
    }

    void requireUnit(InvestmentProject project, @Nullable String leadUnit) {
        List<Fault> faults = new ArrayList<>();
        if (leadUnit != null) {
            checkUnit(project, leadUnit, "", faults);
        }
        refuse(faults);
    }

    private void checkUnit(InvestmentProject project, String leadUnit, String at, List<Fault> faults) {
        DivisionCode district = DivisionCode.parse(project.division().district().orElseThrow());
        if (!units.exists(district, leadUnit)) {
            faults.add(Fault.at(at + "/leadUnit", ProjectProblem.UNIT_UNKNOWN, leadUnit));
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}

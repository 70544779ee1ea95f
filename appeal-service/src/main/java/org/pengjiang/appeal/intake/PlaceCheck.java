package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchRules;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.neighbours.ProjectCopies;
import org.pengjiang.appeal.model.neighbours.ProjectCopy;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Fault;

/** About which project it is, and where it lies. */
@ApplicationScoped
class PlaceCheck {
    private final ProjectCopies projects;
    private final UnitCopies units;
    private final DispatchRules rules;
    private final DivisionScope served;

    /** @param deployment a division that this suite runs for: it serves the districts of the same province */
    PlaceCheck(
            ProjectCopies projects,
            UnitCopies units,
            DispatchRules rules,
            @ConfigProperty(name = "suite.anchor.division") String deployment) {
        this.projects = projects;
        this.units = units;
        this.rules = rules;
        this.served = DivisionScope.of(
                DivisionCode.parse(DivisionCode.parse(deployment).province()));
    }

    /**
     * A project of the appellant alone, so that nobody learns of another's. Whoever has no credit code yet may be about a project
     * that has no enterprise yet.
     */
    Optional<ProjectCopy> project(
            NewAppeal said, Appellant appellant, Caller caller, AppealSource source, List<Fault> faults) {
        if (said.projectId() == null) {
            return Optional.empty();
        }
        Optional<ProjectCopy> found = projects.find(said.projectId())
                .filter(project ->
                        source == AppealSource.APP ? isOf(project, appellant) : project.isIn(caller.scope()));
        if (found.isEmpty()) {
            faults.add(Fault.at("/projectId", AppealProblem.PROJECT_UNKNOWN));
        } else if (!isOf(found.get(), appellant)) {
            faults.add(Fault.at("/projectId", AppealProblem.PROJECT_NOT_OF_APPELLANT));
        }
        return found;
    }

    private static boolean isOf(ProjectCopy project, Appellant appellant) {
        String code = appellant.creditCode();
        return code == null ? project.isOfNobody() : project.isOf(code);
    }

    @Nullable DivisionCode division(
            NewAppeal said, Optional<ProjectCopy> project, Caller caller, AppealSource source, List<Fault> faults) {
        Optional<DivisionCode> ofProject = project.flatMap(ProjectCopy::division);
        DivisionCode wished = said.divisionCode();
        if (ofProject.isPresent()) {
            if (wished != null
                    && !wished.contains(ofProject.get())
                    && !ofProject.get().contains(wished)) {
                faults.add(Fault.at(
                        "/divisionCode",
                        AppealProblem.DIVISION_NOT_OF_PROJECT,
                        ofProject.get().value()));
            }
            return ofProject.get();
        }
        if (wished == null) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_MISSING));
            return null;
        }
        if (wished.level().compareTo(DivisionLevel.DISTRICT) < 0) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_TOO_WIDE, wished.value()));
        } else if (wished.level().compareTo(DivisionLevel.TOWN) > 0) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_TOO_NARROW, wished.value()));
        } else if (!isFromElsewhere(caller, source)) {
            if (!caller.scope().covers(wished)) {
                faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE, wished.value()));
            }
        } else if (!served.covers(wished)) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE, wished.value()));
        } else if (!isServed(wished)) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_NOT_SERVED, wished.value()));
        }
        return wished;
    }

    /** An enterprise from elsewhere has no division here and files where its matter lies. */
    private static boolean isFromElsewhere(Caller caller, AppealSource source) {
        return source == AppealSource.APP && caller.division().isEmpty();
    }

    /** Whether anybody there would get it. */
    private boolean isServed(DivisionCode place) {
        String district = place.district().orElseThrow();
        return units.areIn(district) || rules.areIn(district);
    }
}

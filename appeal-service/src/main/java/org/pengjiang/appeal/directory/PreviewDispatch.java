package org.pengjiang.appeal.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.directory.DispatchDecision;
import org.pengjiang.appeal.model.directory.DispatchDirectory;
import org.pengjiang.appeal.model.directory.DispatchResolver;
import org.pengjiang.appeal.model.neighbours.ProjectCopies;
import org.pengjiang.appeal.model.neighbours.ProjectCopy;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Texts;

/** Asks those who would decide, in the order in which a filed appeal asks them, and says what they said. */
@ApplicationScoped
class PreviewDispatch {
    private final DispatchResolver handlers;
    private final DispatchDirectory directory;
    private final ProjectCopies projects;
    private final Categories categories;
    private final Clock clock;

    PreviewDispatch(
            DispatchResolver handlers,
            DispatchDirectory directory,
            ProjectCopies projects,
            Categories categories,
            Clock clock) {
        this.handlers = handlers;
        this.directory = directory;
        this.projects = projects;
        this.categories = categories;
        this.clock = clock;
    }

    PreviewView preview(PreviewRequest said, DivisionScope scope, Texts words) {
        List<Fault> faults = new ArrayList<>();
        Instant at = at(said);
        if (categories.find(said.category(), ShanghaiTime.date(at)).isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, said.category()));
        }
        ProjectCopy project = project(said, scope, faults);
        DivisionCode place = place(said, project, scope, faults);
        if (place == null || !faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return decide(said.category(), place, project, at, words);
    }

    /** Now, or the end of the day that is asked for: a rule that begins on it applies. */
    private Instant at(PreviewRequest said) {
        Instant now = Instant.now(clock);
        return said.on() == null || said.on().equals(ShanghaiTime.date(now))
                ? now
                : ShanghaiTime.instant(said.on().plusDays(1).atStartOfDay()).minusSeconds(1);
    }

    /** As filing: one that lies outside the scope is as unknown as one that does not exist. */
    private @Nullable ProjectCopy project(PreviewRequest said, DivisionScope scope, List<Fault> faults) {
        if (said.projectId() == null) {
            return null;
        }
        Optional<ProjectCopy> known = projects.find(said.projectId()).filter(project -> project.isIn(scope));
        if (known.isEmpty()) {
            faults.add(Fault.at("/projectId", AppealProblem.PROJECT_UNKNOWN));
        }
        return known.orElse(null);
    }

    private static @Nullable DivisionCode place(
            PreviewRequest said, @Nullable ProjectCopy project, DivisionScope scope, List<Fault> faults) {
        DivisionCode place = project == null ? null : project.division().orElse(null);
        if (said.divisionCode() != null) {
            DivisionCode wished;
            try {
                wished = DivisionCode.parse(said.divisionCode());
            } catch (InvalidIdentifier e) {
                faults.add(Fault.at("/divisionCode", e.finding()));
                return null;
            }
            if (place != null && !wished.contains(place) && !place.contains(wished)) {
                faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_NOT_OF_PROJECT, place.value()));
            }
            // an appeal about a project lies where the project does
            place = place == null ? wished : place;
        }
        if (place == null) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_MISSING));
        } else if (place.level().compareTo(DivisionLevel.DISTRICT) < 0) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_TOO_WIDE, place.value()));
        } else if (place.level().compareTo(DivisionLevel.TOWN) > 0) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_TOO_NARROW, place.value()));
        } else if (!scope.covers(place)) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE));
        }
        return place;
    }

    private PreviewView decide(
            String category, DivisionCode place, @Nullable ProjectCopy project, Instant at, Texts words) {
        Optional<DispatchDecision> found =
                handlers.find(project == null ? null : project.id(), category, place, Optional.empty());
        Optional<DispatchDecision> ofClass =
                found.filter(handler -> handler.handler().classId() != null);
        List<PreviewView.Step> steps = new ArrayList<>();
        steps.add(new PreviewView.Step(
                PreviewView.Asked.PROJECT, ofClass.isPresent(), aboutProject(project, ofClass.isPresent(), words)));
        if (ofClass.isPresent()) {
            steps.add(new PreviewView.Step(PreviewView.Asked.DIRECTORY, false, words.say("directory.not-asked")));
            String unit = ofClass.get().handler().accountableUnit();
            return new PreviewView(
                    PreviewView.Outcome.SPECIAL_CLASS,
                    unit,
                    ofClass.get().handler().classId(),
                    null,
                    false,
                    words.say("because.SPECIAL_CLASS", unit),
                    steps);
        }
        DispatchDirectory.Entry entry = directory.entryFor(category, place, at).orElse(null);
        if (entry == null) {
            String areas = DispatchDirectory.areas(place).stream()
                    .map(DivisionCode::value)
                    .collect(Collectors.joining(", "));
            steps.add(new PreviewView.Step(
                    PreviewView.Asked.DIRECTORY, false, words.say("directory.nothing", category, areas)));
            return new PreviewView(
                    PreviewView.Outcome.NOBODY, null, null, null, false, words.say("because.NOBODY"), steps);
        }
        String since = entry.validFrom().toString();
        steps.add(new PreviewView.Step(
                PreviewView.Asked.DIRECTORY,
                true,
                words.say("directory.rule", entry.unitCode(), category, entry.area(), since)));
        return new PreviewView(
                PreviewView.Outcome.UNIT,
                entry.unitCode(),
                null,
                entry.ruleId(),
                entry.assumption(),
                words.say("because.UNIT", entry.unitCode()),
                steps);
    }

    private static String aboutProject(@Nullable ProjectCopy project, boolean hasClass, Texts words) {
        if (project == null) {
            return words.say("project.none");
        }
        return words.say(hasClass ? "project.class" : "project.no-class", project.no());
    }
}

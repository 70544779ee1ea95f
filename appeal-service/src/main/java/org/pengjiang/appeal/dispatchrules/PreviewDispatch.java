package org.pengjiang.appeal.dispatchrules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.Categories;
import org.pengjiang.appeal.model.DispatchDirectory;
import org.pengjiang.appeal.model.FoundHandler;
import org.pengjiang.appeal.model.HandlerFinder;
import org.pengjiang.appeal.model.KnownProject;
import org.pengjiang.appeal.model.KnownProjects;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Texts;

/** Asks those who would decide, in the order in which a filed appeal asks them, and says what they said. */
@ApplicationScoped
class PreviewDispatch {
    private final HandlerFinder handlers;
    private final DispatchDirectory directory;
    private final KnownProjects projects;
    private final Categories categories;

    PreviewDispatch(
            HandlerFinder handlers, DispatchDirectory directory, KnownProjects projects, Categories categories) {
        this.handlers = handlers;
        this.directory = directory;
        this.projects = projects;
        this.categories = categories;
    }

    PreviewView preview(PreviewRequest said, DivisionScope scope, Texts words) {
        List<Fault> faults = new ArrayList<>();
        if (categories.find(said.category()).isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, said.category()));
        }
        KnownProject project = project(said, faults);
        DivisionCode place = place(said, project, scope, faults);
        if (place == null || !faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return decide(said.category(), place, project, words);
    }

    private @Nullable KnownProject project(PreviewRequest said, List<Fault> faults) {
        if (said.projectId() == null) {
            return null;
        }
        Optional<KnownProject> known = projects.find(said.projectId());
        if (known.isEmpty()) {
            faults.add(Fault.at("/projectId", AppealProblem.PROJECT_UNKNOWN));
        }
        return known.orElse(null);
    }

    private static @Nullable DivisionCode place(
            PreviewRequest said, @Nullable KnownProject project, DivisionScope scope, List<Fault> faults) {
        DivisionCode place = project == null ? null : project.division().orElse(null);
        if (said.divisionCode() != null) {
            try {
                place = DivisionCode.parse(said.divisionCode());
            } catch (InvalidIdentifier e) {
                faults.add(Fault.at("/divisionCode", e.finding()));
                return null;
            }
        }
        if (place == null) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_MISSING));
        } else if (!scope.covers(place)) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE));
        }
        return place;
    }

    private PreviewView decide(String category, DivisionCode place, @Nullable KnownProject project, Texts words) {
        Optional<FoundHandler> found = handlers.find(project == null ? null : project.id(), category, place);
        Optional<FoundHandler> ofClass =
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
        DispatchDirectory.Entry entry = directory.entryFor(category, place).orElse(null);
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

    private static String aboutProject(@Nullable KnownProject project, boolean hasClass, Texts words) {
        if (project == null) {
            return words.say("project.none");
        }
        return words.say(hasClass ? "project.class" : "project.no-class", project.no());
    }
}

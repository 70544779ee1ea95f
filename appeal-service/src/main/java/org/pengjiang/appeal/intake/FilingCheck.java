package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.neighbours.ProjectCopies;
import org.pengjiang.appeal.model.neighbours.ProjectCopy;
import org.pengjiang.appeal.model.policy.Proofs;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Turns what was said into what is filed, and names everything that is wrong with it at once. */
@ApplicationScoped
class FilingCheck {
    private final Categories categories;
    private final ProjectCopies projects;
    private final AppealFiles files;
    private final Proofs proofs;

    FilingCheck(Categories categories, ProjectCopies projects, AppealFiles files, Proofs proofs) {
        this.categories = categories;
        this.projects = projects;
        this.files = files;
        this.proofs = proofs;
    }

    /** What is filed, and where it lies. */
    record Checked(Filing filing, DivisionCode division) {}

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault; FORBIDDEN, ENTERPRISE_NOT_OWN */
    Checked check(NewAppeal said, Caller caller, TimeContext now) {
        List<Fault> faults = new ArrayList<>();
        AppealSource source = FilingSource.of(caller);
        String enterprise = enterprise(said, caller, source, faults);
        Instant receivedAt = said.receivedAt() == null ? now.at() : said.receivedAt();
        // a receipt outside the calendar is refused below
        Instant known = CalendarVersion.reaches(receivedAt) ? receivedAt : now.at();
        Optional<Category> category = categories.find(said.category(), ShanghaiTime.date(known));
        if (category.isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, said.category()));
        }
        Optional<ProjectCopy> project = project(said, enterprise, caller, source, faults);
        DivisionCode division = division(said, project, caller, faults);
        checkReceipt(said, source, division, now, faults);
        checkExternalId(said, source, faults);
        checkFiles(said, caller, faults);
        if (!faults.isEmpty() || division == null || enterprise == null) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        Category filed = category.orElseThrow();
        return new Checked(
                new Filing(
                        said.title().strip(),
                        said.description().strip(),
                        said.nature(),
                        filed.code(),
                        filed.version(),
                        said.urgencyOrOrdinary(),
                        TimeClass.of(said.urgencyOrOrdinary(), said.nature(), filed.timeClass()),
                        now.policy().version(),
                        source,
                        said.systemKey(),
                        said.externalKey(),
                        enterprise,
                        said.projectId(),
                        project.map(ProjectCopy::no).orElse(null),
                        caller.subject(),
                        receivedAt,
                        said.receivedAt() == null ? null : said.receivedReason(),
                        now.at()),
                division);
    }

    private static @Nullable String enterprise(NewAppeal said, Caller caller, AppealSource source, List<Fault> faults) {
        String named = said.enterprise() == null ? null : said.enterprise().value();
        if (source != AppealSource.APP) {
            if (named == null) {
                faults.add(Fault.at("/enterprise", AppealProblem.ENTERPRISE_MISSING));
            }
            return named;
        }
        String own =
                Party.of(caller).map(Party::creditCode).orElseThrow(() -> new DomainException(KitProblem.FORBIDDEN));
        if (named != null && !named.equals(own)) {
            throw new DomainException(AppealProblem.ENTERPRISE_NOT_OWN);
        }
        return own;
    }

    /** An enterprise names its own projects alone, so that it learns of no other; the offices name any of their division. */
    private Optional<ProjectCopy> project(
            NewAppeal said, @Nullable String enterprise, Caller caller, AppealSource source, List<Fault> faults) {
        if (said.projectId() == null) {
            return Optional.empty();
        }
        Optional<ProjectCopy> found = projects.find(said.projectId())
                .filter(project -> source == AppealSource.APP
                        ? enterprise != null && project.isOf(enterprise)
                        : project.division().map(caller.scope()::covers).orElse(true));
        if (found.isEmpty()) {
            faults.add(Fault.at("/projectId", AppealProblem.PROJECT_UNKNOWN));
        }
        return found;
    }

    private static @Nullable DivisionCode division(
            NewAppeal said, Optional<ProjectCopy> project, Caller caller, List<Fault> faults) {
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
        } else if (!caller.scope().covers(wished)) {
            faults.add(Fault.at("/divisionCode", AppealProblem.DIVISION_OUT_OF_SCOPE, wished.value()));
        }
        return wished;
    }

    private void checkReceipt(
            NewAppeal said, AppealSource source, @Nullable DivisionCode division, TimeContext now, List<Fault> faults) {
        Instant received = said.receivedAt();
        if (received == null) {
            return;
        }
        if (source != AppealSource.OFFICE && source != AppealSource.PARTNER) {
            faults.add(Fault.at("/receivedAt", AppealProblem.RECEIVED_NOT_SAID_BY_YOU));
        }
        if (received.isAfter(now.at())) {
            faults.add(Fault.at("/receivedAt", AppealProblem.RECEIVED_IN_FUTURE));
        }
        // without a district nothing is filed anyway
        if (division != null && division.district().isPresent()) {
            int days = proofs.receivedDaysBack(division);
            if (received.isBefore(now.at().minus(Duration.ofDays(days)))) {
                faults.add(Fault.at("/receivedAt", AppealProblem.RECEIVED_TOO_LONG_AGO, days));
            }
        }
        if (said.receivedReason() == null || said.receivedReason().isBlank()) {
            faults.add(Fault.at("/receivedReason", AppealProblem.RECEIVED_REASON_MISSING));
        }
    }

    /** What a partner files again has its files attached already: that is said where a new appeal attaches them. */
    private void checkFiles(NewAppeal said, Caller caller, List<Fault> faults) {
        boolean mayBeKnown = said.externalKey() != null;
        files.faults(said.fileIds(), caller).stream()
                .filter(fault -> !mayBeKnown || fault.code() != KitProblem.FILE_ATTACHED)
                .forEach(faults::add);
    }

    private static void checkExternalId(NewAppeal said, AppealSource source, List<Fault> faults) {
        boolean none = said.systemKey() == null && said.externalKey() == null;
        boolean both = said.systemKey() != null && said.externalKey() != null;
        if (source == AppealSource.PARTNER ? !both : !none && !both) {
            String missing = said.systemKey() == null ? "/sourceSystem" : "/externalId";
            faults.add(Fault.at(missing, AppealProblem.EXTERNAL_ID_INCOMPLETE));
        }
    }
}

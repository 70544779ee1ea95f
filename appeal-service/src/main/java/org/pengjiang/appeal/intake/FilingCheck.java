package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.confidentiality.Confidentiality;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.appeal.model.neighbours.ProjectCopy;
import org.pengjiang.appeal.model.policy.Proofs;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Turns what was said into what is filed, and names everything that is wrong with it at once. */
@ApplicationScoped
class FilingCheck {
    private final Categories categories;
    private final AppellantCheck appellants;
    private final PlaceCheck places;
    private final SourceCheck sources;
    private final AppealFiles files;
    private final Proofs proofs;
    private final ConfidentialityOfFiling confidentiality;

    FilingCheck(
            Categories categories,
            AppellantCheck appellants,
            PlaceCheck places,
            SourceCheck sources,
            AppealFiles files,
            Proofs proofs,
            ConfidentialityOfFiling confidentiality) {
        this.confidentiality = confidentiality;
        this.categories = categories;
        this.appellants = appellants;
        this.places = places;
        this.sources = sources;
        this.files = files;
        this.proofs = proofs;
    }

    /** What is filed, as what it is handled, where it lies, and how confidential it is. */
    record Checked(
            Filing filing, Classification classification, DivisionCode division, Confidentiality confidentiality) {}

    /**
     * @param faults receives every fault
     * @return empty when there is one
     * @throws DomainException FORBIDDEN, ENTERPRISE_NOT_OWN
     */
    Optional<Checked> check(NewAppeal said, Caller caller, TimeContext now, List<Fault> faults) {
        int before = faults.size();
        AppealSource source = FilingSource.of(caller);
        Appellant appellant = appellants.check(said, caller, source, faults);
        Instant received = said.receivedBefore(now.at());
        Instant receivedAt = received == null ? now.at() : received;
        // a receipt outside the calendar is refused below
        Instant known = CalendarVersion.reaches(receivedAt) ? receivedAt : now.at();
        Optional<Category> category = categories.find(said.category(), ShanghaiTime.date(known));
        if (category.isEmpty()) {
            faults.add(Fault.at("/category", AppealProblem.CATEGORY_UNKNOWN, said.category()));
        }
        Optional<ProjectCopy> project = places.project(said, appellant, caller, source, faults);
        DivisionCode division = places.division(said, project, caller, source, faults);
        checkReceipt(said, received, source, division, now, faults);
        Optional<SourceRef> sourceRef = sources.check(said, caller, source, now, faults);
        faults.addAll(files.faults(said.fileIds(), caller));
        Confidentiality kept = confidentiality.of(said, faults);
        if (faults.size() > before || division == null) {
            return Optional.empty();
        }
        Category filed = category.orElseThrow();
        String remedy = said.remedySought();
        Filing filing = new Filing(
                said.title().strip(),
                said.description().strip(),
                remedy == null ? null : remedy.strip(),
                said.nature(),
                said.urgencyOrOrdinary(),
                source,
                sourceRef.orElse(null),
                appellant,
                null,
                said.projectId(),
                project.map(ProjectCopy::no).orElse(null),
                caller.subject(),
                receivedAt,
                received == null ? null : said.receivedReason(),
                now.at());
        Classification classification = new Classification(
                filed.code(),
                filed.version(),
                TimeClass.of(said.urgencyOrOrdinary(), said.nature(), filed.timeClass()),
                now.policy().version());
        return Optional.of(new Checked(filing, classification, division, kept));
    }

    private void checkReceipt(
            NewAppeal said,
            @Nullable Instant received,
            AppealSource source,
            @Nullable DivisionCode division,
            TimeContext now,
            List<Fault> faults) {
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
        boolean isReasonSaid =
                said.receivedReason() != null && !said.receivedReason().isBlank();
        if (said.isRecordedLate(now.at()) && !isReasonSaid) {
            faults.add(Fault.at("/receivedReason", AppealProblem.RECEIVED_REASON_MISSING));
        }
    }
}

package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealSubmitted;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.AppealNumbers;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.filing.Submission;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.EmergencyClaim;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;

/**
 * Records a checked appeal and starts its clocks. Where the project's special class or the directory names the handler, it is
 * dispatched in the same transaction.
 */
@ApplicationScoped
class FileAppeal {
    private final Appeals appeals;
    private final AppealNumbers numbers;
    private final AssignHandler assign;
    private final ContactVault contacts;
    private final Emergencies emergencies;
    private final TimeContexts times;
    private final AppealFiles files;
    private final AppealLog log;

    FileAppeal(
            Appeals appeals,
            AppealNumbers numbers,
            AssignHandler assign,
            ContactVault contacts,
            Emergencies emergencies,
            TimeContexts times,
            AppealFiles files,
            AppealLog log) {
        this.appeals = appeals;
        this.numbers = numbers;
        this.assign = assign;
        this.contacts = contacts;
        this.emergencies = emergencies;
        this.times = times;
        this.files = files;
        this.log = log;
    }

    /** The next number of the district where the matter lies. */
    String number(DivisionCode division, TimeContext asked) {
        return numbers.next(division, times.year(asked));
    }

    Appeal file(
            FilingCheck.Checked checked,
            String no,
            @Nullable Submission submission,
            Contact contact,
            @Nullable List<UUID> fileIds,
            Caller caller,
            TimeContext asked) {
        TimeContext now = times.in(checked.division(), asked);
        Appeal appeal = new Appeal(
                Ids.next(), no, checked.division(), checked.filing().in(submission), checked.classification(), now);
        appeal.keepConfidential(checked.confidentiality());
        contacts.keep(appeal, contact);
        Optional<EmergencyClaim> emergency = emergencies.claim(appeal, now);
        log.together(() -> {
            logSubmitted(appeal);
            assign.byItself(appeal, now);
        });
        appeals.add(appeal);
        emergency.ifPresent(emergencies::add);
        files.attach(appeal, AppealFiles.Place.of(appeal), fileIds, caller);
        return appeal;
    }

    private void logSubmitted(Appeal appeal) {
        SlaClock contact = appeal.clock(ClockType.CONTACT).orElseThrow();
        SlaClock resolve = appeal.clock(ClockType.RESOLVE).orElseThrow();
        log.append(
                appeal,
                new AppealSubmitted(
                        appeal.standing(),
                        appeal.filing().receivedAt(),
                        appeal.filing().source().name(),
                        appeal.filing().nature().name(),
                        contact.dueAt().orElseThrow(),
                        resolve.dueAt().orElseThrow(),
                        contact.isProvisional() || resolve.isProvisional()));
    }
}

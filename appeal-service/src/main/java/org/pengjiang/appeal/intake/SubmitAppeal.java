package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
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
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/**
 * Files an appeal and starts its clocks. Where the project's special class or the directory names the handler, it is
 * dispatched in the same transaction.
 */
@ApplicationScoped
class SubmitAppeal {
    private final Appeals appeals;
    private final AppealNumbers numbers;
    private final FilingCheck check;
    private final AssignHandler assign;
    private final ContactVault contacts;
    private final TimeContexts times;
    private final AppealFiles files;
    private final AppealLog log;

    SubmitAppeal(
            Appeals appeals,
            AppealNumbers numbers,
            FilingCheck check,
            AssignHandler assign,
            ContactVault contacts,
            TimeContexts times,
            AppealFiles files,
            AppealLog log) {
        this.appeals = appeals;
        this.numbers = numbers;
        this.check = check;
        this.assign = assign;
        this.contacts = contacts;
        this.times = times;
        this.files = files;
        this.log = log;
    }

    /** @param isNew false when the partner had filed it before */
    record Submitted(Appeal appeal, boolean isNew) {}

    @Transactional
    Submitted submit(NewAppeal said, Caller caller) {
        TimeContext asked = times.filing(said.receivedAt());
        FilingCheck.Checked checked = check.check(said, caller, asked);
        Filing filing = checked.filing();
        TimeContext now = times.in(checked.division(), asked);
        Optional<Appeal> known = filedBefore(filing, said, caller);
        if (known.isPresent()) {
            return new Submitted(known.get(), false);
        }
        Appeal appeal = new Appeal(
                Ids.next(), numbers.next(checked.division(), times.year(now)), checked.division(), filing, now);
        contacts.keep(appeal, said.contact());
        logSubmitted(appeal);
        assign.byItself(appeal, now);
        appeals.add(appeal);
        files.attach(appeal, AppealFiles.Place.of(appeal), said.fileIds(), caller);
        return new Submitted(appeal, true);
    }

    /** The partner's own number is as good as an Idempotency-Key, and lasts for ever. */
    private Optional<Appeal> filedBefore(Filing filing, NewAppeal said, Caller caller) {
        String system = filing.sourceSystem();
        String externalId = filing.externalId();
        if (system == null || externalId == null) {
            return Optional.empty();
        }
        Optional<Appeal> known = appeals.withExternalId(
                caller.scope(),
                new Appeals.ExternalNumber(system, externalId),
                new Appeals.ExternalNumber(
                        Objects.requireNonNull(said.sourceSystem()), Objects.requireNonNull(said.externalId())));
        known.filter(appeal ->
                        !appeal.filing().enterprise().equals(filing.enterprise()) || !appeals.mayBeSeen(appeal, caller))
                .ifPresent(other -> {
                    throw new DomainException(AppealProblem.EXTERNAL_ID_TAKEN, externalId);
                });
        return known;
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

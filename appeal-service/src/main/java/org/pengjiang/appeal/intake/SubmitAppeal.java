package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.appeal.model.filing.Submission;
import org.pengjiang.appeal.model.view.FilingReceipt;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Files one appeal. What a partner has filed before is answered before anything is checked: its number is safe for ever. */
@ApplicationScoped
class SubmitAppeal {
    private final FiledBefore before;
    private final FilingCheck check;
    private final FileAppeal file;
    private final TimeContexts times;
    private final Clock clock;

    SubmitAppeal(FiledBefore before, FilingCheck check, FileAppeal file, TimeContexts times, Clock clock) {
        this.before = before;
        this.check = check;
        this.file = file;
        this.times = times;
        this.clock = clock;
    }

    /** @param isNew false when the partner had filed it before */
    record Submitted(Appeal appeal, boolean isNew, FilingReceipt receipt) {}

    @Transactional
    Submitted submit(NewAppeal said, Caller caller) {
        Optional<FiledBefore.Repeat> repeat = before.find(said, caller);
        if (repeat.isPresent()) {
            return new Submitted(
                    repeat.get().appeal(),
                    false,
                    FilingReceipt.conflict(repeat.get().conflict()));
        }
        Instant now = Instant.now(clock);
        TimeContext asked = times.filing(now, said.receivedBefore(now));
        List<Fault> faults = new ArrayList<>();
        FilingCheck.Checked checked = check.check(said, caller, asked, faults)
                .orElseThrow(() -> new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults));
        Optional<QueryCode> code = FilingSource.queryCode(caller);
        Appeal appeal = file.file(
                checked,
                file.number(checked.division(), asked),
                code.map(secret -> new Submission(null, secret.hash())).orElse(null),
                said.contact(),
                said.fileIds(),
                caller,
                asked);
        return new Submitted(appeal, true, FilingReceipt.of(appeal, code));
    }
}

package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.appeal.model.filing.Submission;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Files up to four matters, each as an appeal, all of them or none. */
@ApplicationScoped
class SubmitMatters {
    /** What a matter says for itself; the rest is said once for all. */
    private static final Set<String> OF_A_MATTER = Set.of("category", "projectId", "divisionCode", "fileIds");

    private final FilingCheck check;
    private final FileAppeal file;
    private final TimeContexts times;
    private final Clock clock;

    SubmitMatters(FilingCheck check, FileAppeal file, TimeContexts times, Clock clock) {
        this.check = check;
        this.file = file;
        this.times = times;
        this.clock = clock;
    }

    /** @param code is said now and never again, and not to everybody */
    record Submitted(String no, Optional<QueryCode> code, List<Appeal> appeals) {}

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault of every matter */
    @Transactional
    Submitted submit(NewSubmission said, Caller caller) {
        List<NewAppeal> wanted = said.appeals();
        Instant now = Instant.now(clock);
        TimeContext asked = times.filing(now, wanted.getFirst().receivedBefore(now));
        List<FilingCheck.Checked> checked = check(wanted, caller, asked);
        Optional<QueryCode> code = FilingSource.queryCode(caller);
        List<String> numbers = checked.stream()
                .map(matter -> file.number(matter.division(), asked))
                .toList();
        String no = Submission.numberAfter(numbers.getFirst());
        Submission submission = new Submission(no, code.map(QueryCode::hash).orElse(null));
        List<Appeal> appeals = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            appeals.add(file.file(
                    checked.get(i),
                    numbers.get(i),
                    submission,
                    said.contact(),
                    wanted.get(i).fileIds(),
                    caller,
                    asked));
        }
        return new Submitted(no, code, appeals);
    }

    private List<FilingCheck.Checked> check(List<NewAppeal> wanted, Caller caller, TimeContext asked) {
        // what is said once is wrong once
        Set<Fault> faults = new LinkedHashSet<>();
        List<FilingCheck.Checked> checked = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<Fault> ofMatter = new ArrayList<>();
            check.check(wanted.get(i), caller, asked, ofMatter).ifPresent(checked::add);
            for (Fault fault : ofMatter) {
                faults.add(inMatter(i, fault));
            }
        }
        faults.addAll(filesNamedTwice(wanted));
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, List.copyOf(faults));
        }
        return checked;
    }

    private static Fault inMatter(int place, Fault fault) {
        String member = fault.pointer().split("/", 3)[1];
        return OF_A_MATTER.contains(member)
                ? new Fault("/matters/" + place + fault.pointer(), fault.code(), fault.arguments())
                : fault;
    }

    /** In two matters; twice in one is a fault of its own already. */
    private static List<Fault> filesNamedTwice(List<NewAppeal> wanted) {
        Set<UUID> before = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<UUID> ids = Objects.requireNonNullElse(wanted.get(i).fileIds(), List.of());
            for (int at = 0; at < ids.size(); at++) {
                if (before.contains(ids.get(at))) {
                    faults.add(Fault.at("/matters/" + i + "/fileIds/" + at, KitProblem.FILE_TWICE));
                }
            }
            before.addAll(ids);
        }
        return faults;
    }
}

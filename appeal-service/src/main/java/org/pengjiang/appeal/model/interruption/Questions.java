package org.pengjiang.appeal.model.interruption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.SegmentKind;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The questions of an appeal to its enterprise, one at a time. All of them together pause it for some working days at most. */
@ApplicationScoped
public class Questions {
    /** Why the window of a question is shorter than that of a first one. */
    static final String PAUSE_BUDGET = "PAUSE_BUDGET";

    private final AppealParts parts;

    public Questions(AppealParts parts) {
        this.parts = parts;
    }

    /** @throws DomainException CONTACT_NEEDED, PAUSE_OBJECTED, PAUSE_USED_UP */
    public Question ask(Appeal appeal, String text, String account, TimeContext now) {
        appeal.require(AppealCommand.ASK_ENTERPRISE);
        refusal(appeal, now).ifPresent(why -> {
            throw new DomainException(why, now.limits().of("pauseDays"));
        });
        List<Question> before = of(appeal);
        Question question = new Question(appeal, parts.nextSeq(appeal, Question.class), text, account, now.at());
        appeal.advance(AppealCommand.ASK_ENTERPRISE, AppealState.WAIT_ENTERPRISE, now);
        parts.add(question);
        int left = PauseBudget.daysLeft(before, gaps(appeal), now);
        if (left < now.limits().of("pauseDays")) {
            window(appeal)
                    .ifPresent(
                            window -> appeal.changeTarget(window, Target.endOfWorkday(left), false, PAUSE_BUDGET, now));
        }
        return question;
    }

    /** Why no question can be asked now, whatever the state. */
    public Optional<AppealProblem> refusal(Appeal appeal, TimeContext now) {
        if (!appeal.progress().isReached()) {
            return Optional.of(AppealProblem.CONTACT_NEEDED);
        }
        List<Question> before = of(appeal);
        if (before.stream().anyMatch(question -> isObjected(question, appeal))) {
            return Optional.of(AppealProblem.PAUSE_OBJECTED);
        }
        return PauseBudget.daysLeft(before, gaps(appeal), now) == 0
                ? Optional.of(AppealProblem.PAUSE_USED_UP)
                : Optional.empty();
    }

    /** @throws DomainException NOT_FOUND when another question, or none, waits */
    public Question answer(Appeal appeal, int seq, String said, String account, TimeContext now) {
        return end(appeal, seq, AppealCommand.ANSWER_QUESTION, QuestionEnd.ANSWERED, said, account, now);
    }

    /**
     * The enterprise does not accept the pause: it ends, and there is none any more in this round.
     *
     * @throws DomainException NOT_FOUND when another question, or none, waits
     */
    public Question objectTo(Appeal appeal, int seq, String why, String account, TimeContext now) {
        return end(appeal, seq, AppealCommand.OBJECT_TO_QUESTION, QuestionEnd.OBJECTED, why, account, now);
    }

    private Question end(
            Appeal appeal,
            int seq,
            AppealCommand command,
            QuestionEnd how,
            String said,
            String account,
            TimeContext now) {
        appeal.require(command);
        Question question = open(appeal)
                .filter(asked -> asked.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        question.end(how, account, said, now.at());
        appeal.advance(command, AppealState.IN_PROGRESS, now);
        return question;
    }

    /** Nobody has answered in the window: the handling goes on without it. */
    public Optional<Question> windowOver(Appeal appeal, TimeContext atEnd) {
        Optional<Question> question = open(appeal);
        question.ifPresent(asked -> asked.end(QuestionEnd.NOT_ANSWERED, null, null, atEnd.at()));
        appeal.advance(AppealCommand.ANSWER_QUESTION, AppealState.IN_PROGRESS, atEnd);
        return question;
    }

    public List<Question> of(Appeal appeal) {
        return parts.of(appeal, Question.class);
    }

    /** The one that the appeal waits for. */
    public Optional<Question> open(Appeal appeal) {
        return appeal.state() == AppealState.WAIT_ENTERPRISE
                ? parts.newest(appeal, Question.class).filter(Question::isOpen)
                : Optional.empty();
    }

    /** The clock of the present one, or of the last. */
    public Optional<SlaClock> window(Appeal appeal) {
        return appeal.clock(ClockType.QUESTION);
    }

    /** Of the promises of every round: a gap stands in one of them at least, also where the reply was overdue. */
    private static List<StoredSegment> gaps(Appeal appeal) {
        return appeal.clocks().stream()
                .filter(clock -> clock.type() == ClockType.RESOLVE)
                .flatMap(clock -> clock.segments().stream())
                .filter(segment -> segment.kind() == SegmentKind.GAP)
                .sorted(Comparator.comparing(StoredSegment::from))
                .toList();
    }

    private static boolean isObjected(Question question, Appeal appeal) {
        return question.round() == appeal.round()
                && question.end().filter(end -> end == QuestionEnd.OBJECTED).isPresent();
    }
}

package org.pengjiang.appeal.model.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.FilesAttached;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.interruption.Question;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.Fault;

/** The files of an appeal, of its messages and replies, of its questions and their answers, and of reports on orders of supervision. */
@ApplicationScoped
public class AppealFiles {
    /** For one appeal, message, reply, question or answer. */
    public static final int MOST = 10;

    private static final String POINTER = "/fileIds";

    private final Files files;
    private final AppealLog log;

    AppealFiles(Files files, AppealLog log) {
        this.files = files;
        this.log = log;
    }

    /** What of an appeal has files; its name is the subject type that the kit keeps. */
    public enum Part {
        APPEAL("appeal"),
        MESSAGE("appeal-message"),
        REPLY("appeal-reply"),
        QUESTION("appeal-question"),
        ANSWER("appeal-answer"),
        ORDER_REPORT("appeal-order-report"),
        COTASK("appeal-cotask");

        private final String subjectType;

        Part(String subjectType) {
            this.subjectType = subjectType;
        }

        public String subjectType() {
            return subjectType;
        }
    }

    /**
     * Where files are attached.
     *
     * @param seq of the message, the reply, the question or the report; 0 for the appeal itself
     * @param visibility PUBLIC where the enterprise may read it now
     */
    public record Place(Part part, UUID id, int seq, Visibility visibility) {
        public static Place of(Appeal appeal) {
            return new Place(Part.APPEAL, appeal.id(), 0, Visibility.PUBLIC);
        }

        public static Place of(AppealMessage message) {
            return new Place(Part.MESSAGE, message.id(), message.seq(), message.visibility());
        }

        public static Place of(Question question) {
            return new Place(Part.QUESTION, question.id(), question.seq(), Visibility.PUBLIC);
        }

        public static Place ofAnswer(Question question) {
            return new Place(Part.ANSWER, question.replyId().orElseThrow(), question.seq(), Visibility.PUBLIC);
        }

        public static Place of(Cotask cotask) {
            return new Place(Part.COTASK, cotask.id(), cotask.seq(), Visibility.INTERNAL);
        }

        public static Place of(Reply reply) {
            boolean isDelivered = reply.status() == ReplyStatus.DELIVERED;
            return new Place(
                    Part.REPLY, reply.id(), reply.seq(), isDelivered ? Visibility.PUBLIC : Visibility.INTERNAL);
        }

        public static Place of(OrderReport report) {
            return new Place(Part.ORDER_REPORT, report.id(), report.seq(), Visibility.INTERNAL);
        }
    }

    /** Why the caller cannot attach these files, each by its place in {@code fileIds}. */
    public List<Fault> faults(@Nullable List<UUID> ids, Caller caller) {
        return ids == null ? List.of() : files.faults(ids, POINTER, caller);
    }

    /**
     * Gives the files to a part of the appeal and logs their digests.
     *
     * @throws org.pengjiang.kit.problem.DomainException VALUE_UNACCEPTABLE with the fault of each file
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(Appeal appeal, Place place, @Nullable List<UUID> ids, Caller caller) {
        if (ids == null || ids.isEmpty()) {
            return;
        }
        List<String> digests = files.attach(ids, POINTER, place.part().subjectType(), place.id(), caller).stream()
                .map(file -> file.address().sha256())
                .toList();
        log.append(
                appeal,
                new FilesAttached(
                        appeal.standing(),
                        place.part().name(),
                        place.seq(),
                        digests,
                        place.visibility().name()));
    }
}

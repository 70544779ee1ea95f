package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.CallerCapacities;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.access.Outsiders;
import org.pengjiang.appeal.model.access.Permissions;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Progress;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.person.OpenedPerson;

/** Shows an appeal to somebody: enterprises and partners see no drafts and no clocks of the offices. */
@ApplicationScoped
public class AppealViews {
    private final ContactVault contacts;
    private final CallerCapacities capacities;
    private final Replies replies;
    private final Evaluation evaluation;
    private final Files files;
    private final CurrentCaller caller;

    AppealViews(
            ContactVault contacts,
            CallerCapacities capacities,
            Replies replies,
            Evaluation evaluation,
            Files files,
            CurrentCaller caller) {
        this.contacts = contacts;
        this.capacities = capacities;
        this.replies = replies;
        this.evaluation = evaluation;
        this.files = files;
        this.caller = caller;
    }

    public AppealView view(Appeal appeal) {
        return view(appeal, FilingReceipt.NONE);
    }

    /** In the answer to its filing. */
    public AppealView view(Appeal appeal, FilingReceipt receipt) {
        Caller reader = caller.get();
        boolean office = Party.isOfficial(reader);
        Filing filing = appeal.filing();
        Classification classification = appeal.classification();
        Optional<SourceRef> ref = Optional.ofNullable(filing.sourceRef());
        Progress progress = appeal.progress();
        Set<Capacity> as = capacities.on(appeal, reader);
        FreeText text = FreeText.shownTo(reader, as, appeal);
        OpenedPerson<Contact> contact = contacts.read(appeal);
        Optional<Reply> reply = reply(appeal, reader);
        Optional<Rating> rating = evaluation.rating(appeal);
        Map<UUID, List<AttachedFile>> attached =
                files.of(Stream.concat(Stream.of(appeal.id()), reply.map(Reply::id).stream())
                        .toList());
        return new AppealView(
                appeal.id(),
                appeal.no(),
                text.of(filing.title()),
                text.of(filing.description()),
                filing.remedySought() == null ? null : text.of(filing.remedySought()),
                filesOf(appeal.id(), attached),
                filing.nature(),
                classification.category(),
                filing.urgency(),
                classification.timeClass(),
                classification.policyVersion(),
                filing.source(),
                ref.map(SourceRef::system).orElse(null),
                ref.map(SourceRef::number).orElse(null),
                ref.map(SourceRef::version).orElse(null),
                ref.map(SourceRef::outerDueAt).orElse(null),
                appeal.division(),
                filing.enterprise(),
                AppealView.AppellantView.of(filing.appellant()),
                filing.projectId(),
                filing.projectNo(),
                contact.map(AppealView.MaskedContact::of),
                contact.isErased(),
                filing.receivedAt(),
                receivedReason(filing, text),
                filing.recordedAt(),
                appeal.state(),
                appeal.state().nameZh(),
                appeal.isOpen(),
                appeal.round(),
                appeal.supervisionLevel(),
                appeal.isBreached(),
                appeal.handler().map(AppealView.HandlerView::of).orElse(null),
                progress.acceptedAt().orElse(null),
                progress.dispatchedAt().orElse(null),
                progress.signedAt().orElse(null),
                progress.signedAutomatically(),
                progress.contactedAt().orElse(null),
                progress.repliedAt().orElse(null),
                progress.closedAt().orElse(null),
                progress.closedBy().orElse(null),
                clocks(appeal, office),
                reply.map(shown -> AppealView.ReplyView.of(shown, filesOf(shown.id(), attached)))
                        .orElse(null),
                rating.map(said -> AppealView.RatingView.of(said, text)).orElse(null),
                evaluation.result(appeal).orElse(null),
                Permissions.allowedCommands(appeal, reply, !evaluation.isAsked(appeal), as, reader),
                filing.submission() == null ? null : filing.submission().no(),
                receipt.queryCode(),
                receipt.sourceConflict());
    }

    private static @Nullable String receivedReason(Filing filing, FreeText text) {
        String reason = filing.receivedReason();
        return reason == null ? null : text.of(reason);
    }

    private static List<ClockSummary> clocks(Appeal appeal, boolean office) {
        return appeal.clocks().stream()
                .filter(clock -> clock.round() == appeal.round())
                .filter(clock -> office || clock.family() == ClockFamily.ENTERPRISE)
                .map(ClockSummary::of)
                .toList();
    }

    /** The newest one that this reader may see. */
    private Optional<Reply> reply(Appeal appeal, Caller reader) {
        return replies.of(appeal).stream()
                .filter(reply -> Outsiders.mayRead(reader, reply))
                .reduce((before, after) -> after);
    }

    private static List<AttachedFile> filesOf(UUID subject, Map<UUID, List<AttachedFile>> attached) {
        return attached.getOrDefault(subject, List.of());
    }
}

package org.pengjiang.appeal.model.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.CommandConditions;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.access.Permissions;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Progress;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.neighbours.ProjectCopies;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.person.OpenedPerson;

/** Shows an appeal to somebody: what {@link FieldView} says, and whose it is where they learn that. */
@ApplicationScoped
public class AppealViews {
    private final ContactVault contacts;
    private final AppealAccess access;
    private final ProjectCopies projects;
    private final Replies replies;
    private final Evaluation evaluation;
    private final CommandConditions conditions;
    private final Files files;
    private final CurrentCaller caller;

    AppealViews(
            ContactVault contacts,
            AppealAccess access,
            ProjectCopies projects,
            Replies replies,
            Evaluation evaluation,
            CommandConditions conditions,
            Files files,
            CurrentCaller caller) {
        this.contacts = contacts;
        this.access = access;
        this.projects = projects;
        this.replies = replies;
        this.evaluation = evaluation;
        this.conditions = conditions;
        this.files = files;
        this.caller = caller;
    }

    public AppealView view(Appeal appeal) {
        return view(appeal, FilingReceipt.NONE);
    }

    /** In the answer to its filing. */
    public AppealView view(Appeal appeal, FilingReceipt receipt) {
        Caller me = caller.get();
        AppealReader reader = access.reader(appeal, me);
        boolean filed = reader.shows(FieldView.Field.FILING);
        boolean whose = reader.shows(FieldView.Field.IDENTITY);
        boolean project = whose && showsProject(appeal, reader);
        boolean supervision = reader.shows(FieldView.Field.SUPERVISION);
        Filing filing = appeal.filing();
        Classification classification = appeal.classification();
        Optional<SourceRef> ref = Optional.ofNullable(filing.sourceRef()).filter(said -> whose);
        Progress progress = appeal.progress();
        FreeText text = reader.text();
        Optional<OpenedPerson<Contact>> contact = whose ? Optional.of(contacts.read(appeal)) : Optional.empty();
        Optional<Reply> reply = reply(appeal, reader);
        Optional<Rating> rating = evaluation.rating(appeal);
        Map<UUID, List<AttachedFile>> attached = filed
                ? files.of(Stream.concat(Stream.of(appeal.id()), reply.map(Reply::id).stream())
                        .toList())
                : Map.of();
        return new AppealView(
                appeal.id(),
                appeal.no(),
                filed ? text.of(filing.title()) : null,
                filed ? text.of(filing.description()) : null,
                filed && filing.remedySought() != null ? text.of(filing.remedySought()) : null,
                filed
                        ? filesOf(appeal.id(), attached).stream()
                                .map(file -> whose ? file : file.unnamed())
                                .toList()
                        : null,
                filed ? filing.nature() : null,
                classification.category(),
                filed ? filing.urgency() : null,
                classification.timeClass(),
                classification.policyVersion(),
                filed ? filing.source() : null,
                ref.map(SourceRef::system).orElse(null),
                ref.map(SourceRef::number).orElse(null),
                ref.map(SourceRef::version).orElse(null),
                ref.map(SourceRef::outerDueAt).orElse(null),
                appeal.division(),
                whose ? filing.enterprise() : null,
                whose ? AppealView.AppellantView.of(filing.appellant(), text) : null,
                project ? filing.projectId() : null,
                project ? filing.projectNo() : null,
                contact.map(opened -> opened.map(AppealView.MaskedContact::of)).orElse(null),
                contact.map(OpenedPerson::isErased).orElse(null),
                filing.receivedAt(),
                receivedReason(filing, reader),
                filing.recordedAt(),
                appeal.state(),
                appeal.state().nameZh(),
                appeal.isOpen(),
                appeal.round(),
                supervision ? Integer.valueOf(appeal.supervisionLevel()) : null,
                appeal.isBreached(),
                appeal.urgeCount(),
                appeal.handler()
                        .map(handler -> AppealView.HandlerView.of(handler, whose))
                        .orElse(null),
                progress.acceptedAt().orElse(null),
                progress.dispatchedAt().orElse(null),
                progress.signedAt().orElse(null),
                supervision ? Boolean.valueOf(progress.signedAutomatically()) : null,
                progress.contactedAt().orElse(null),
                progress.repliedAt().orElse(null),
                progress.closedAt().orElse(null),
                progress.closedBy().orElse(null),
                clocks(appeal, reader),
                reply.map(shown -> AppealView.ReplyView.of(shown, filesOf(shown.id(), attached)))
                        .orElse(null),
                rating.filter(said -> reader.reads(said.ratedAt(), true))
                        .map(said -> AppealView.RatingView.of(said, text))
                        .orElse(null),
                evaluation
                        .result(appeal)
                        .filter(result -> reader.shows(FieldView.Field.ANSWERS))
                        .orElse(null),
                allowedCommands(appeal, reply, reader, me),
                filing.submission() == null || !whose
                        ? null
                        : filing.submission().no(),
                receipt.queryCode(),
                receipt.sourceConflict(),
                receipt.emergencyUntil(),
                reader.view(),
                filed ? appeal.confidentiality().grade() : null,
                filed
                        ? appeal.confidentiality()
                                .about()
                                .map(AppealView.AboutUnit::of)
                                .orElse(null)
                        : null,
                appeal.inCharge()
                        .filter(named -> reader.readsAll() && reader.shows(FieldView.Field.ATTEMPTS))
                        .map(AppealView.PersonView::of)
                        .orElse(null));
    }

    private List<String> allowedCommands(Appeal appeal, Optional<Reply> reply, AppealReader reader, Caller me) {
        return Permissions.allowedCommands(
                        appeal, reply, !evaluation.isAsked(appeal), reader.capacities(), conditions, me)
                .stream()
                .map(AppealCommand::operation)
                .toList();
    }

    /** An office may have filed for an enterprise about the project of another. */
    private boolean showsProject(Appeal appeal, AppealReader reader) {
        Filing filing = appeal.filing();
        String enterprise = filing.enterprise();
        return !reader.isOutsider()
                || filing.source() == AppealSource.APP
                || enterprise != null
                        && Optional.ofNullable(filing.projectId())
                                .flatMap(projects::find)
                                .filter(known -> known.isOf(enterprise))
                                .isPresent();
    }

    private static @Nullable String receivedReason(Filing filing, AppealReader reader) {
        String reason = filing.receivedReason();
        return reason == null || !reader.shows(FieldView.Field.RECEIPT)
                ? null
                : reader.text().of(reason);
    }

    private static List<ClockSummary> clocks(Appeal appeal, AppealReader reader) {
        return appeal.clocks().stream()
                .filter(clock -> clock.round() == appeal.round())
                .filter(clock ->
                        reader.shows(FieldView.Field.OFFICE_CLOCKS) || clock.family() == ClockFamily.ENTERPRISE)
                .map(ClockSummary::of)
                .toList();
    }

    /** The newest one that this reader may see. */
    private Optional<Reply> reply(Appeal appeal, AppealReader reader) {
        return replies.of(appeal).stream()
                .filter(reply -> reader.reads(reply.draftedAt(), reply.status() == ReplyStatus.DELIVERED))
                .reduce((before, after) -> after);
    }

    private static List<AttachedFile> filesOf(UUID subject, Map<UUID, List<AttachedFile>> attached) {
        return attached.getOrDefault(subject, List.of());
    }
}

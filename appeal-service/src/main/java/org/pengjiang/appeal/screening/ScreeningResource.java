package org.pengjiang.appeal.screening;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.screening.Emergencies;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.appeal.model.screening.Reclassification;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.appeal.model.screening.Supplements;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What was asked and decided before the dispatch, as far as the reader may know it. */
@Path("/v1/appeals/{id}/screening")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class ScreeningResource {
    private final Appeals appeals;
    private final AppealAccess access;
    private final Supplements supplements;
    private final Rejections rejections;
    private final Objections objections;
    private final Emergencies emergencies;
    private final Reclassification classes;
    private final CurrentCaller caller;

    ScreeningResource(
            Appeals appeals,
            AppealAccess access,
            Supplements supplements,
            Rejections rejections,
            Objections objections,
            Emergencies emergencies,
            Reclassification classes,
            CurrentCaller caller) {
        this.appeals = appeals;
        this.access = access;
        this.supplements = supplements;
        this.rejections = rejections;
        this.objections = objections;
        this.emergencies = emergencies;
        this.classes = classes;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "getScreening",
            summary = "What was missing, rejected, objected, and as what it is handled (受理审查情况)",
            description = "An enterprise and a partner read a rejection once it is confirmed.")
    public ScreeningView get(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        FreeText text = reader.text();
        return new ScreeningView(
                supplements
                        .of(appeal)
                        .filter(asked -> reader.reads(asked.askedAt(), true))
                        .map(asked -> ScreeningView.SupplementView.of(asked, text))
                        .orElse(null),
                rejections.of(appeal).stream()
                        .filter(asked ->
                                reader.reads(asked.askedAt(), asked.outcome() == AppealRequest.Outcome.GRANTED))
                        .map(asked -> ScreeningView.RejectionView.of(asked, text))
                        .toList(),
                objections
                        .of(appeal)
                        .filter(asked -> reader.reads(asked.askedAt(), true))
                        .map(asked -> ScreeningView.ObjectionView.of(asked, text))
                        .orElse(null),
                emergencies
                        .of(appeal)
                        .filter(claim -> reader.reads(
                                claim.judgedAt().orElse(appeal.filing().receivedAt()), true))
                        .map(claim -> ScreeningView.EmergencyView.of(claim, text))
                        .orElse(null),
                classes.of(appeal).stream()
                        .filter(change -> reader.reads(change.changedAt(), true))
                        .map(change -> ScreeningView.ClassChangeView.of(change, !reader.isOutsider(), text))
                        .toList());
    }
}

package org.pengjiang.appeal.evaluating;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.LaterRatings;
import org.pengjiang.appeal.model.evaluation.RatingVerification;
import org.pengjiang.appeal.model.evaluation.Verifications;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The ratings of all rounds, and whether the bad ones are justified. */
@Path("/v1/appeals/{id}/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluation")
class RatingResource {
    private final VerifyRating verify;
    private final Evaluation evaluation;
    private final Verifications verifications;
    private final LaterRatings later;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    RatingResource(
            VerifyRating verify,
            Evaluation evaluation,
            Verifications verifications,
            LaterRatings later,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.verify = verify;
        this.evaluation = evaluation;
        this.verifications = verifications;
        this.later = later;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listRatings",
            summary = "What was said of each round, the newest last; of a bad rating whether it is justified (评价记录)")
    @APIResponseSchema(GivenRatingView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(appeal, found -> views(found, reader));
    }

    private List<GivenRatingView> views(Appeal appeal, AppealReader reader) {
        Map<Integer, RatingVerification> verified = verifications.of(appeal).stream()
                .collect(Collectors.toMap(RatingVerification::round, Function.identity()));
        Stream<GivenRatingView> given = evaluation.ratings(appeal).stream()
                .filter(rating -> reader.reads(rating.ratedAt(), true))
                .map(rating -> GivenRatingView.of(rating, verified.get(rating.round()), reader.text()));
        Stream<GivenRatingView> kept = later.of(appeal).stream()
                .filter(rating -> reader.reads(rating.ratedAt(), true))
                .map(rating -> GivenRatingView.of(rating, reader.text()));
        return Stream.concat(given, kept)
                .sorted(Comparator.comparing(GivenRatingView::round).thenComparing(GivenRatingView::superseded))
                .toList();
    }

    @POST
    @Path("/{round}/verification")
    @Command
    @PermissionsAllowed("appeal:verify-rating")
    @Operation(
            operationId = "verifyRating",
            summary = "Say whether the bad rating of a round is justified (差评核实)",
            description =
                    "Within two working days (limit verificationDays); after that it is upheld. One that is misjudged stays in the record,"
                            + " and does not count among the three after which the leader decides.")
    @APIResponseSchema(AppealView.class)
    public Response verify(@PathParam("id") UUID id, @PathParam("round") int round, @NotNull @Valid NewFinding said) {
        return responses.ok(verify.verify(id, round, said, caller.get()), views::view);
    }
}

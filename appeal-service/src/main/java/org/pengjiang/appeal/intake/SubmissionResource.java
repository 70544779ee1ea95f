package org.pengjiang.appeal.intake;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.appeal.model.view.FilingReceipt;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Several matters handed in at once. */
@Path("/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class SubmissionResource {
    private static final String PATH = "/v1/submissions/";

    private final SubmitMatters submit;
    private final Appeals appeals;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    SubmissionResource(
            SubmitMatters submit, Appeals appeals, AppealViews views, CurrentCaller caller, Responses responses) {
        this.submit = submit;
        this.appeals = appeals;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("submission:file")
    @Operation(
            operationId = "submitMatters",
            summary = "File up to four matters at once (一次提交多项诉求)",
            description =
                    "Each matter becomes an appeal with its own category, handler and clocks; the submission itself has a number and a"
                            + " query code (none where whoever may handle it files it), and neither state nor clock. All are filed or none: a fault"
                            + " names its matter.")
    @APIResponseSchema(value = SubmissionView.class, responseCode = "201")
    public Response submit(@NotNull @Valid NewSubmission said) {
        SubmitMatters.Submitted submitted = submit.submit(said, caller.get());
        return responses.created(
                PATH + submitted.no(),
                0,
                () -> view(
                        submitted.no(),
                        submitted.code().map(QueryCode::shown).orElse(null),
                        submitted.appeals(),
                        appeal -> views.view(appeal, FilingReceipt.of(appeal, Optional.empty()))));
    }

    @GET
    @Path("/{no}")
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "getSubmission",
            summary = "The appeals of one submission (一次提交的各项诉求)",
            description = "Those that the caller sees and is told whose they are; 404 where there is none.")
    @APIResponseSchema(SubmissionView.class)
    public Response get(@PathParam("no") String no) {
        String number = KeyText.of(no);
        List<Appeal> seen = appeals.ofSubmission(caller.get(), number);
        if (seen.isEmpty()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return responses.ok(0, view(number, null, seen, views::view));
    }

    private static SubmissionView view(
            String no, @Nullable String code, List<Appeal> of, Function<Appeal, AppealView> view) {
        return new SubmissionView(no, code, of.stream().map(view).toList());
    }
}

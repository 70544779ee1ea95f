package org.pengjiang.appeal.withdrawing;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.appeal.model.withdrawal.Withdrawals;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Taking an appeal back, and handing one in again. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Withdrawal")
class WithdrawalResource {
    private final WithdrawAppeal withdraw;
    private final ResubmitAppeal resubmit;
    private final Withdrawals withdrawals;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    WithdrawalResource(
            WithdrawAppeal withdraw,
            ResubmitAppeal resubmit,
            Withdrawals withdrawals,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.withdraw = withdraw;
        this.resubmit = resubmit;
        this.withdrawals = withdrawals;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/withdraw")
    @Command
    @PermissionsAllowed("appeal:withdraw")
    @Operation(
            operationId = "withdrawAppeal",
            summary = "Take one's appeal back (撤回诉求)",
            description =
                    "While it is open, by the enterprise or by the partner's system that filed it. Every clock stops; what was late"
                            + " stays late. Call-back asks some of the appellants whether somebody has urged them to it.")
    @APIResponseSchema(AppealView.class)
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid NewWithdrawal said) {
        return responses.ok(withdraw.withdraw(id, said, caller.get()), views::view);
    }

    @GET
    @Path("/withdrawal")
    @PermissionsAllowed("appeal:read")
    @Operation(operationId = "getWithdrawal", summary = "Why the appeal was taken back (撤回情况)")
    @APIResponseSchema(WithdrawalView.class)
    public Response withdrawal(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(
                appeal,
                withdrawn -> withdrawals
                        .newest(withdrawn)
                        .map(withdrawal -> WithdrawalView.of(withdrawal, reader))
                        .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)));
    }

    @POST
    @Path("/resubmit")
    @Command
    @PermissionsAllowed("appeal:resubmit")
    @Operation(
            operationId = "resubmitAppeal",
            summary = "Hand an appeal in again that lapsed without a supplement (重新提交)",
            description =
                    "Within 30 days, with what was missing. The promises go on where they stood; the time in between does not count.")
    @APIResponseSchema(AppealView.class)
    public Response resubmit(@PathParam("id") UUID id, @NotNull @Valid Resubmission said) {
        return responses.ok(resubmit.resubmit(id, said, caller.get()), views::view);
    }
}

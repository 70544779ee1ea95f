package org.pengjiang.kit.notices;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.trace.ResponseHeaders;

/** Where my letters go. The people of an enterprise share its address. */
@Path("/v1/me/notice-address")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class MyNoticeAddressResource {
    private final ChangeNoticeAddress addresses;
    private final Responses responses;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final DivisionCode deployment;

    MyNoticeAddressResource(
            ChangeNoticeAddress addresses,
            Responses responses,
            CurrentCaller caller,
            CurrentVertxRequest request,
            @ConfigProperty(name = "suite.anchor.division") String deployment) {
        this.addresses = addresses;
        this.responses = responses;
        this.caller = caller;
        this.request = request;
        this.deployment = DivisionCode.parse(deployment);
    }

    @GET
    @Authenticated
    @Blocking
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(
            operationId = "getMyNoticeAddress",
            summary = "Where letters about my tasks go (我的通知邮箱)",
            description = "404 while there is none: then letters are skipped, and the record says NO_ADDRESS.")
    public Response get() {
        NoticeAddress address =
                addresses.find(me(), division()).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        ResponseHeaders.showsProtected(request.getCurrent());
        return responses.ok(address, found -> NoticeAddressView.of(found, addresses.open(found)));
    }

    @PUT
    @Authenticated
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(
            operationId = "setMyNoticeAddress",
            summary = "Say where letters about my tasks go (设置我的通知邮箱)",
            description =
                    "Replaces what was there; with If-Match only the version that it names. An enterprise's people set the"
                            + " address of their enterprise. Kept encrypted.")
    public Response set(@Valid @NotNull NoticeAddressRequest wanted) {
        NoticeAddress address = addresses.direct(me(), division(), wanted);
        ResponseHeaders.showsProtected(request.getCurrent());
        return responses.ok(address, set -> NoticeAddressView.of(set, wanted.email()));
    }

    @DELETE
    @Authenticated
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @Operation(operationId = "withdrawMyNoticeAddress", summary = "No letters about my tasks any more (停用我的通知邮箱)")
    @APIResponse(responseCode = "204", description = "Withdrawn 已停用")
    public Response withdraw() {
        addresses.withdraw(me(), division());
        return Response.noContent().build();
    }

    private Recipient me() {
        Caller me = caller.get();
        return Party.of(me)
                .map(party -> Recipient.party(party.creditCode()))
                .orElseGet(() -> Recipient.account(me.subject()));
    }

    private DivisionCode division() {
        return caller.get().division().orElse(deployment);
    }
}

package org.pengjiang.kit.notices;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Where letters to a unit, or to everyone with a role, go: a shared mailbox of the administrator's own division. */
@Path("/v1/admin/notice-addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class NoticeAddressResource {
    private static final String UNIT = "[A-Z0-9-]{1,32}";
    private static final String ROLE = "[A-Z_]{2,40}";
    private static final String REPLACES =
            "Replaces what was there; with If-Match only the version that it names. For the division of the administrator"
                    + " and below.";

    private final ChangeNoticeAddress addresses;
    private final Responses responses;
    private final CurrentCaller caller;

    NoticeAddressResource(ChangeNoticeAddress addresses, Responses responses, CurrentCaller caller) {
        this.addresses = addresses;
        this.responses = responses;
        this.caller = caller;
    }

    @GET
    @Path("/units/{unit}")
    @PermissionsAllowed("notice-address:read")
    @Blocking
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(operationId = "getUnitNoticeAddress", summary = "Where letters to a unit go, masked (单位通知邮箱)")
    public Response unit(@PathParam("unit") @Pattern(regexp = UNIT, message = "{such.as} 440703-ZR") String unit) {
        return get(Recipient.unit(unit));
    }

    @PUT
    @Path("/units/{unit}")
    @PermissionsAllowed("notice-address:manage")
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(
            operationId = "setUnitNoticeAddress",
            summary = "Say where letters to a unit go (设置单位通知邮箱)",
            description = REPLACES)
    public Response setUnit(
            @PathParam("unit") @Pattern(regexp = UNIT, message = "{such.as} 440703-ZR") String unit,
            @Valid @NotNull NoticeAddressRequest request) {
        return set(Recipient.unit(unit), request);
    }

    @DELETE
    @Path("/units/{unit}")
    @PermissionsAllowed("notice-address:manage")
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @Operation(operationId = "withdrawUnitNoticeAddress", summary = "No letters to a unit any more (停用单位通知邮箱)")
    @APIResponse(responseCode = "204", description = "Withdrawn 已停用")
    public Response withdrawUnit(
            @PathParam("unit") @Pattern(regexp = UNIT, message = "{such.as} 440703-ZR") String unit) {
        return withdraw(Recipient.unit(unit));
    }

    @GET
    @Path("/roles/{role}")
    @PermissionsAllowed("notice-address:read")
    @Blocking
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(operationId = "getRoleNoticeAddress", summary = "Where letters to a role go, masked (角色通知邮箱)")
    public Response role(@PathParam("role") @Pattern(regexp = ROLE, message = "{such.as} AUDITOR") String role) {
        return get(Recipient.role(role));
    }

    @PUT
    @Path("/roles/{role}")
    @PermissionsAllowed("notice-address:manage")
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @APIResponseSchema(NoticeAddressView.class)
    @Operation(
            operationId = "setRoleNoticeAddress",
            summary = "Say where letters to everyone with a role go (设置角色通知邮箱)",
            description = REPLACES)
    public Response setRole(
            @PathParam("role") @Pattern(regexp = ROLE, message = "{such.as} AUDITOR") String role,
            @Valid @NotNull NoticeAddressRequest request) {
        return set(Recipient.role(role), request);
    }

    @DELETE
    @Path("/roles/{role}")
    @PermissionsAllowed("notice-address:manage")
    @Blocking
    @Command(idempotencyKey = false, ifMatch = false)
    @Operation(operationId = "withdrawRoleNoticeAddress", summary = "No letters to a role any more (停用角色通知邮箱)")
    @APIResponse(responseCode = "204", description = "Withdrawn 已停用")
    public Response withdrawRole(
            @PathParam("role") @Pattern(regexp = ROLE, message = "{such.as} AUDITOR") String role) {
        return withdraw(Recipient.role(role));
    }

    private Response get(Recipient whose) {
        NoticeAddress address =
                addresses.find(whose, division()).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(
                address, found -> NoticeAddressView.of(found, NoticeAddressView.masked(addresses.open(found))));
    }

    private Response set(Recipient whose, NoticeAddressRequest request) {
        NoticeAddress address = addresses.direct(whose, division(), request);
        return responses.ok(address, set -> NoticeAddressView.of(set, NoticeAddressView.masked(request.email())));
    }

    private Response withdraw(Recipient whose) {
        addresses.withdraw(whose, division());
        return Response.noContent().build();
    }

    /** An administrator without a division administers nothing. */
    private DivisionCode division() {
        return caller.get().division().orElseThrow(() -> new DomainException(KitProblem.FORBIDDEN));
    }
}

package org.pengjiang.kit.identity;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.DivisionCode;

/** Who the service takes the caller for. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
class MeResource {
    private final CurrentCaller caller;
    private final Instance<AboutCaller> additions;

    MeResource(CurrentCaller caller, Instance<AboutCaller> additions) {
        this.caller = caller;
        this.additions = additions;
    }

    @GET
    @Authenticated
    @Blocking
    @Operation(
            operationId = "whoAmI",
            summary = "Who am I",
            description = "The account, roles, division and memberships the service sees in the token.")
    public Me me() {
        Caller me = caller.get();
        Map<String, Object> more = new LinkedHashMap<>();
        additions.forEach(addition -> more.putAll(addition.about(me)));
        return new Me(
                me.subject(),
                me.claim("preferred_username"),
                AccountNames.inToken(me),
                me.roles().stream().sorted().toList(),
                me.division().map(DivisionCode::value),
                me.claim("unit"),
                me.claims("teams"),
                Party.of(me).map(Party::creditCode),
                more);
    }

    /** The answer of {@code GET /v1/me}. */
    @Schema(name = "Me")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Me(
            @Schema(description = "account 账号", examples = "a0000000-0000-4000-8000-000000000001")
            String subject,

            @Schema(description = "name of the account 用户名", examples = "auditor")
            Optional<String> username,

            @Schema(description = "what the person is called; officials only 姓名", examples = "范例一")
            Optional<String> name,

            @Schema(description = "roles 角色") List<String> roles,

            @Schema(description = "division whose data are visible 行政区划", examples = "440703")
            Optional<String> division,

            @Schema(description = "organisation unit 单位") Optional<String> unit,

            @Schema(description = "teams 队伍") List<String> teams,

            @Schema(description = "enterprise by unified social credit code 统一社会信用代码")
            Optional<String> enterprise,

            @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {}
}

package org.pengjiang.team.settings;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Answers;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.team.model.Roles;
import org.pengjiang.team.model.SettingName;
import org.pengjiang.team.model.Settings;

/** Settings of a district. */
@Path("/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingResource {
    private final ChangeSetting changeSetting;
    private final Settings settings;
    private final OwnDistrict ownDistrict;
    private final CurrentCaller caller;
    private final Answers answers;
    private final Clock clock;

    SettingResource(
            ChangeSetting changeSetting,
            Settings settings,
            OwnDistrict ownDistrict,
            CurrentCaller caller,
            Answers answers,
            Clock clock) {
        this.changeSetting = changeSetting;
        this.settings = settings;
        this.ownDistrict = ownDistrict;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "listTeamSettings", summary = "Every setting with its versions, and which are assumptions")
    public List<SettingView> list(@QueryParam("division") @Nullable String division) {
        String district = ownDistrict.ofBulletin(division);
        return Arrays.stream(SettingName.values())
                .map(name -> view(district, name))
                .toList();
    }

    @GET
    @Path("/{name}")
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "getTeamSetting", summary = "One setting with its versions")
    @APIResponseSchema(SettingView.class)
    public Response get(@PathParam("name") String name, @QueryParam("division") @Nullable String division) {
        return answer(ownDistrict.ofBulletin(division), named(name));
    }

    @PUT
    @Path("/{name}")
    @Command(idempotencyKey = false)
    @PermissionsAllowed("setting:change")
    @Operation(operationId = "changeTeamSetting", summary = "Adds a version that takes effect tomorrow or later")
    @APIResponseSchema(SettingView.class)
    public Response change(@PathParam("name") String name, @Valid @NotNull ChangeSettingRequest request) {
        String district = ownDistrict.inside(null);
        changeSetting.change(district, named(name), request);
        return answer(district, named(name));
    }

    private Response answer(String district, SettingName name) {
        SettingView view = view(district, name);
        return answers.ok(view.latestVersion(), view);
    }

    private SettingView view(String district, SettingName name) {
        List<Settings.Version> versions = settings.versions(district, name);
        Settings.Version inForce = settings.at(district, name, LocalDate.now(clock));
        return new SettingView(
                name.key(),
                district,
                versions.getFirst().number(),
                SettingView.VersionView.of(inForce),
                versions.stream().map(SettingView.VersionView::of).toList(),
                caller.get().hasRole(Roles.ADMIN) ? List.of("change") : List.of());
    }

    private static SettingName named(String key) {
        return SettingName.of(key).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}

package org.pengjiang.kit.testing.unsound.reading;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.testing.unsound.writing.MoveShelf;
import org.pengjiang.kit.text.OneLine;

@Path("/fixture/unsound")
@Command
@Transactional
public class ShelfEndpoint {
    @GET
    String hidden() {
        Logger.getLogger("x").log(Level.INFO, LocalDate.now().toString());
        System.out.println(new MoveShelf());
        return "";
    }

    @GET
    @Path("find")
    public String find(@QueryParam("code") @Pattern(regexp = "[a-z]+") String code) {
        return "";
    }

    @POST
    @Path("change")
    @PermissionsAllowed("shelf:change")
    public String change(String text) {
        return "";
    }

    @POST
    @Command
    @RolesAllowed("READER")
    public String command(@QueryParam("q") String query, MoveRequest request) {
        return new MoveShelf().piecemeal();
    }

    @PATCH
    @Command
    public String rename(MergePatch patch) {
        return "";
    }

    /** The name is bounded; nothing else is. */
    record MoveRequest(@OneLine(max = 10) String name, String reason, List<String> names, List<Step> steps) {}

    record Step(String label) {}

    @POST
    @Path("keys")
    public String keys(KeyRequest request) {
        return "";
    }

    /** Names and descriptions of keys, bounded as if they were only shown. */
    record KeyRequest(
            @OneLine(max = 10) String account,
            @OneLine(max = 10) String unitCode,
            @OneLine(max = 10) String idNo,
            @OneLine(max = 10) String userId,
            @OneLine(max = 10) String lengthUnit,

            @Schema(description = "account of the leader") @OneLine(max = 10)
            String leader,

            List<@OneLine(max = 10) String> departments,
            @OneLine(max = 10) String zipcodes,
            @OneLine(max = 10) String documentNo,
            @Pattern(regexp = "[A-Z]+") String shape,
            List<@Pattern(regexp = "[A-Z]+", message = "{such.as} a") String> codes) {}
}

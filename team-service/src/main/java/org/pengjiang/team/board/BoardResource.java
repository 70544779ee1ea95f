package org.pengjiang.team.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.OwnDistrict;
import org.pengjiang.team.model.Roles;

/** Boards. */
@Path("/v1/boards")
@Tag(name = "Boards")
public class BoardResource {
    private final DrawBoard drawBoard;
    private final BoardDate boardDate;
    private final OwnDistrict ownDistrict;

    BoardResource(DrawBoard drawBoard, BoardDate boardDate, OwnDistrict ownDistrict) {
        this.drawBoard = drawBoard;
        this.boardDate = boardDate;
        this.ownDistrict = ownDistrict;
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({
        Roles.PROMOTION_OFFICE,
        Roles.TEAM_CAPTAIN,
        Roles.TEAM_MEMBER,
        Roles.UNIT_CLERK,
        Roles.UNIT_HEAD,
        Roles.DISPATCHER,
        Roles.SUPERVISOR,
        Roles.LEADER,
        Roles.STATISTICS_VERIFIER,
        Roles.ASSESSOR,
        Roles.AUDITOR,
        Roles.PARTNER,
        Roles.ADMIN
    })
    @Operation(
            operationId = "getBoard",
            summary = "The district's board as of a date: progress, gap in points, lights, scores and places",
            description =
                    "Credit counts on its effective date: the business date of the gate when it was recorded before "
                            + "the month's cut-off, otherwise the day of recording. So the board of a past date stays as it was.")
    public BoardView get(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("division") @Nullable String division) {
        return drawBoard
                .draw(ownDistrict.ofBulletin(division), year, boardDate.asOf(year, asOf))
                .view();
    }
}

package org.pengjiang.team.board;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** Boards. */
@Path("/v1/boards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class BoardResource {
    private final DrawBoard drawBoard;
    private final ExplainBoard explainBoard;
    private final BoardDate boardDate;
    private final OwnDistrict ownDistrict;

    BoardResource(DrawBoard drawBoard, ExplainBoard explainBoard, BoardDate boardDate, OwnDistrict ownDistrict) {
        this.drawBoard = drawBoard;
        this.explainBoard = explainBoard;
        this.boardDate = boardDate;
        this.ownDistrict = ownDistrict;
    }

    @GET
    @Path("/{year}")
    @PermissionsAllowed("board:read")
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

    @GET
    @Path("/{year}/explain")
    @PermissionsAllowed("board:explain")
    @Operation(
            operationId = "explainBoard",
            summary = "Why a figure of the board is what it is: sentences, steps and every ledger entry",
            description =
                    "Without `team` the district, without `line` the line of the headline. The sentences come in the "
                            + "language of Accept-Language.")
    public ExplanationView explain(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("division") @Nullable String division,
            @QueryParam("team") @Nullable String team,
            @QueryParam("line") @Nullable String line,
            @BeanParam @Valid PageRequest page,
            @HeaderParam("Accept-Language") @Nullable String language) {
        ExplainBoard.Question question = new ExplainBoard.Question(
                ownDistrict.ofBulletin(division), year, boardDate.asOf(year, asOf), KeyText.ofNullable(team), line);
        return explainBoard.explain(question, page, Texts.of("explain", Language.of(language)));
    }
}

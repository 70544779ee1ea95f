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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;

/** Boards. */
@Path("/v1/boards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards")
public class BoardResource {
    private final DrawBoard drawBoard;
    private final ExplainBoard explainBoard;
    private final BoardDate boardDate;
    private final OwnDistrict ownDistrict;
    private final TableResponses tables;

    BoardResource(
            DrawBoard drawBoard,
            ExplainBoard explainBoard,
            BoardDate boardDate,
            OwnDistrict ownDistrict,
            TableResponses tables) {
        this.drawBoard = drawBoard;
        this.explainBoard = explainBoard;
        this.boardDate = boardDate;
        this.ownDistrict = ownDistrict;
        this.tables = tables;
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
        return board(year, asOf, division);
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

    @GET
    @Path("/{year}/table")
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("board:read")
    @Operation(operationId = "exportBoard", summary = "The teams of the board as a table, one row a team (导出队伍业绩榜)")
    @APIResponse(
            responseCode = "200",
            description = "The table; Link names the address of the rest, where there is one 表格",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("division") @Nullable String division,
            @BeanParam @Valid TableRequest table) {
        BoardView board = board(year, asOf, division);
        return tables.answer("board-" + board.asOf(), BoardTable.of(board), table, board.teams());
    }

    private BoardView board(int year, @Nullable LocalDate asOf, @Nullable String division) {
        return drawBoard
                .draw(ownDistrict.ofBulletin(division), year, boardDate.asOf(year, asOf))
                .view();
    }
}

package org.pengjiang.note.notes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.ExpectedVersion;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.note.gates.Gate;
import org.pengjiang.note.notes.model.Note;
import org.pengjiang.note.notes.model.NoteDescription;
import org.pengjiang.note.notes.model.NoteEvent;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes")
@Blocking
class NoteResource {
    private final EntityManager entities;
    private final Responses responses;
    private final ExpectedVersion expected;
    private final CurrentCaller caller;
    private final Paging paging;
    private final DataSource database;
    private final Gate gate;
    private final EventLog log;

    NoteResource(
            EntityManager entities,
            Responses responses,
            ExpectedVersion expected,
            CurrentCaller caller,
            Paging paging,
            DataSource database,
            Gate gate,
            EventLog log) {
        this.gate = gate;
        this.log = log;
        this.paging = paging;
        this.database = database;
        this.entities = entities;
        this.responses = responses;
        this.expected = expected;
        this.caller = caller;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Line(
            @NotNull @LongText(max = 40) String text,
            @Min(1) int weight) {}

    record NoteRequest(
            @NotNull @OneLine(max = 200) String title,
            @Min(1) @Max(1000) int pages,
            LocalDate written,
            Colour colour,
            BigDecimal price,
            @Size(max = 100) List<@NotNull @Valid Line> lines,
            String division,
            Yuan amount,
            Uscc enterprise) {}

    record NoteView(UUID id, String title, int pages) {
        static NoteView of(Note note) {
            return new NoteView(note.id(), note.title(), note.pages());
        }
    }

    @Schema(name = "NotePage")
    record NotePage(List<NoteView> items, @Nullable String next) {}

    record Handed(int characters) {}

    record Resize(@Min(1) @Max(1000) int pages) {}

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("note:write")
    @Operation(operationId = "writeNote", summary = "Write a note (新建)")
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    public Response create(@Valid @NotNull NoteRequest request, @QueryParam("dryRun") boolean dryRun) {
        DivisionCode division = request.division() == null
                ? caller.get().division().orElseThrow()
                : DivisionCode.parse(request.division());
        Note note = new Note(UUID.randomUUID(), division, request.title(), request.pages());
        entities.persist(note);
        return responses.created("/v1/notes", note, NoteView::of);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("note:read")
    @Operation(operationId = "getNote", summary = "Read a note (查看)")
    @APIResponseSchema(NoteView.class)
    public Response get(@PathParam("id") UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> responses.ok(find(id), NoteView::of));
    }

    @POST
    @Path("{id}/resize")
    @Command
    @PermissionsAllowed("note:write")
    @Operation(operationId = "resizeNote", summary = "Give a note another length (调整)")
    @APIResponseSchema(NoteView.class)
    public Response resize(@PathParam("id") UUID id, @Valid @NotNull Resize request) {
        Note note = entities.find(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (note == null) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        expected.check(note);
        note.resize(request.pages());
        log.append(note, new NoteEvent.Resized(note.pages()));
        return responses.ok(note, NoteView::of);
    }

    @POST
    @Path("{id}/resize-unseen")
    @Command
    @PermissionsAllowed("note:write")
    @Operation(operationId = "resizeUnseenNote", summary = "Forgets to compare the version (漏查版本)")
    @APIResponseSchema(NoteView.class)
    public Response resizeUnseen(@PathParam("id") UUID id, @Valid @NotNull Resize request) {
        Note note = find(id);
        note.resize(request.pages());
        log.append(note, new NoteEvent.Resized(note.pages()));
        return responses.ok(note, NoteView::of);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Command(idempotencyKey = false)
    @PermissionsAllowed("note:write")
    @Operation(operationId = "describeNote", summary = "Change what describes a note (修改)")
    @APIResponseSchema(NoteView.class)
    public Response describe(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NoteDescription.class)))
                    MergePatch patch) {
        Note note = find(id);
        expected.check(note);
        note.describe(patch.onto(new NoteDescription(note.title(), note.pages())));
        log.append(note, new NoteEvent.Described(note.title(), note.pages()));
        return responses.ok(note, NoteView::of);
    }

    @GET
    @PermissionsAllowed("note:read")
    @Operation(operationId = "listNotes", summary = "Notes by title (列表)")
    @APIResponseSchema(NotePage.class)
    public Response list(
            @BeanParam @Valid PageRequest request,
            @QueryParam("minPages") @Min(0) Integer minPages,
            @QueryParam("title") String title) {
        KeysetPage page = paging.start(request, Keyset.ascending("title::text", "id::uuid"), minPages, title);
        String sql = "SELECT id, title, pages FROM note WHERE %s = ? AND pages >= ? AND (? = '' OR title LIKE ?) AND %s"
                        .formatted(caller.get().scope().column(), page.condition())
                + " ORDER BY " + page.orderBy() + " LIMIT " + page.fetch();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int i = 1;
            query.setString(i++, caller.get().scope().value());
            query.setInt(i++, minPages == null ? 0 : minPages);
            query.setString(i++, title == null ? "" : title);
            query.setString(i++, title + "%");
            for (String parameter : page.parameters()) {
                query.setString(i++, parameter);
            }
            List<NoteView> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new NoteView(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)));
                }
            }
            return responses.page(page.of(rows, note -> List.of(note.title(), note.id())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Command(ifMatch = false)
    @Upload(limit = 3 << 20)
    @PermissionsAllowed("note:write")
    @Operation(operationId = "importNotes", summary = "Hand in a file (导入)")
    @APIResponseSchema(value = Handed.class, responseCode = "202")
    public Response upload(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    UploadedFile csv) {
        gate.see(csv);
        return responses.accepted("/v1/notes", 0, new Handed(Math.toIntExact(csv.length())));
    }

    @GET
    @Path("broken/{how}")
    @PermissionsAllowed("note:read")
    @Operation(operationId = "breakNote", summary = "Fail on purpose (故障)")
    @NotNull public NoteView broken(@PathParam("how") String how, @QueryParam("limit") @DefaultValue("50") @Max(200) int limit) {
        if (how.equals("result")) {
            return null;
        }
        throw new IllegalStateException("secret " + how);
    }

    @GET
    @Path("slow")
    @PermissionsAllowed("note:read-only")
    @Operation(operationId = "waitForNote", summary = "Answer late (慢)")
    public NoteView slow() throws InterruptedException {
        Thread.sleep(700);
        return new NoteView(UUID.randomUUID(), "slow", 1);
    }

    @GET
    @Path("forgotten")
    @Operation(operationId = "forgetNote", summary = "Nobody may (无权)")
    public String withoutRoles() {
        return "nobody may read this";
    }

    private Note find(UUID id) {
        Note note = entities.find(Note.class, id);
        if (note == null || !caller.get().scope().covers(note.division())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return note;
    }

    enum NoteProblem implements ProblemCode {
        NOTE_TITLE_TAKEN(Kind.CONFLICT);

        private final Kind kind;

        NoteProblem(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    @ApplicationScoped
    static class NoteConstraints implements ConstraintProblems {
        @Override
        public Map<String, ProblemCode> byConstraint() {
            return Map.of("note_title_unique", NoteProblem.NOTE_TITLE_TAKEN);
        }
    }
}

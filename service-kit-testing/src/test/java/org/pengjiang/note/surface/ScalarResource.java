package org.pengjiang.note.surface;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IndustryCode;
import org.pengjiang.identifiers.NationalProjectCode;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.identifiers.Yuan;

/** Takes a value of every type that requests use, and says which of them it was given. */
@Path("/v1/scalars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scalars")
public class ScalarResource {
    enum Tint {
        RED,
        @JsonProperty("light-green")
        GREEN
    }

    record Inner(@NotNull String text) {}

    public record Scalars(
            @NotNull Integer wholes,
            @NotNull Long longs,
            @NotNull Boolean flags,
            @NotNull String texts,
            @NotNull BigDecimal decimals,
            @NotNull Tint colours,
            @NotNull UUID ids,
            @NotNull LocalDate dates,
            @NotNull YearMonth months,
            @NotNull LocalTime times,
            @NotNull LocalDateTime localMoments,
            @NotNull OffsetDateTime offsetMoments,
            @NotNull Instant instants,
            @NotNull Yuan amounts,
            @NotNull SquareMetres areas,
            @NotNull DivisionCode divisions,
            @NotNull Uscc enterprises,
            @NotNull IndustryCode industries,
            @NotNull NationalProjectCode nationalCodes,
            @NotNull PhoneNumber phones,
            @NotNull JsonNode anything,
            @NotNull List<@NotNull String> textLists,
            @NotNull List<@NotNull Integer> wholeLists,
            @NotNull Map<String, @NotNull Integer> wholeMaps,
            @NotNull @Valid Inner inners,
            int plainWholes,
            long plainLongs,
            boolean plainFlags) {}

    record Taken(boolean taken) {}

    @POST
    @PermissionsAllowed("note:write")
    @Operation(operationId = "takeScalars", summary = "Take a value of every type (各类值)")
    public Taken take(@Valid @NotNull Scalars scalars) {
        return new Taken(true);
    }
}

package org.pengjiang.team.organisation;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Division;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionRegister;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The register of divisions: public knowledge, the same for every caller. */
@Path("/v1/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class DivisionResource {
    private final Clock clock;

    DivisionResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listDivisions",
            summary = "Divisions known by name, in the order of their codes",
            description =
                    "With `within`, those inside that division; `retired=true` adds codes that are no longer in force.")
    public List<DivisionView> list(
            @QueryParam("within") @Nullable String within, @QueryParam("retired") boolean retired) {
        LocalDate today = LocalDate.now(clock);
        DivisionCode outer = within == null ? null : parse("query:within", within);
        return DivisionRegister.shipped().all().stream()
                .filter(division -> outer == null || division.code().isProperChildOf(outer))
                .filter(division -> retired || !division.isRetiredOn(today))
                .map(division -> DivisionView.of(division, today))
                .toList();
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(
            operationId = "getDivision",
            summary = "One division; a retired code is answered with where its area belongs now",
            description = "Other systems still send retired codes, so they are answered and never refused.")
    public DivisionView get(@PathParam("code") String code) {
        Division division = DivisionRegister.shipped()
                .find(parse("path:code", code))
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return DivisionView.of(division, LocalDate.now(clock));
    }

    private static DivisionCode parse(String where, String code) {
        try {
            return DivisionCode.parse(code);
        } catch (InvalidIdentifier shape) {
            throw new DomainException(
                    KitProblem.PARAMETER_INVALID, List.of(Fault.at(where, KitProblem.PARAMETER_INVALID)));
        }
    }
}

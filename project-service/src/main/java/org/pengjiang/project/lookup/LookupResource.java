package org.pengjiang.project.lookup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Answers;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.Roles;

/** Lists and histories. */
@Path("/v1")
@Tag(name = "Projects")
class LookupResource {
    private final ProjectQueries projectList;
    private final InvestorQueries investorList;
    private final Timeline timeline;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Answers answers;

    LookupResource(
            ProjectQueries projectList,
            InvestorQueries investorList,
            Timeline timeline,
            Projects projects,
            CurrentCaller caller,
            Answers answers) {
        this.projectList = projectList;
        this.investorList = investorList;
        this.timeline = timeline;
        this.projects = projects;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @Path("/projects")
    @RolesAllowed({
        Roles.TEAM_MEMBER,
        Roles.TEAM_CAPTAIN,
        Roles.UNIT_CLERK,
        Roles.UNIT_HEAD,
        Roles.PROMOTION_OFFICE,
        Roles.DISPATCHER,
        Roles.SUPERVISOR,
        Roles.LEADER,
        Roles.STATISTICS_VERIFIER,
        Roles.ASSESSOR,
        Roles.AUDITOR,
        Roles.PARTNER
    })
    @Operation(operationId = "listProjects", summary = "Projects of one's division, newest first (项目列表)")
    public Response projects(@BeanParam @Valid ProjectFilter filter, @BeanParam @Valid PageRequest page) {
        return answers.page(projectList.list(caller.get().scope(), filter, page));
    }

    @GET
    @Path("/investors")
    @RolesAllowed({
        Roles.TEAM_MEMBER,
        Roles.TEAM_CAPTAIN,
        Roles.UNIT_CLERK,
        Roles.UNIT_HEAD,
        Roles.PROMOTION_OFFICE,
        Roles.SUPERVISOR,
        Roles.LEADER,
        Roles.STATISTICS_VERIFIER,
        Roles.ASSESSOR,
        Roles.AUDITOR,
        Roles.PARTNER
    })
    @Operation(operationId = "listInvestors", summary = "Investors of one's district, newest first (投资方列表)")
    public Response investors(
            @QueryParam("q") @Nullable @Size(max = 100) String q, @BeanParam @Valid PageRequest page) {
        return answers.page(investorList.list(caller.get().scope(), q, page));
    }

    @GET
    @Path("/projects/{id}/timeline")
    @RolesAllowed({
        Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN, Roles.UNIT_CLERK, Roles.UNIT_HEAD, Roles.PROMOTION_OFFICE,
        Roles.SUPERVISOR, Roles.LEADER, Roles.STATISTICS_VERIFIER, Roles.ASSESSOR, Roles.AUDITOR
    })
    @Operation(operationId = "getProjectTimeline", summary = "What happened to a project, oldest first (项目时间线)")
    public Response timeline(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        if (projects.find(caller.get().scope(), id).isEmpty()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return answers.page(timeline.of(id, page));
    }
}

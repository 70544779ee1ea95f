package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pengjiang.client.project.ApiClient;
import org.pengjiang.client.project.ApiException;
import org.pengjiang.client.project.api.InvestorsApi;
import org.pengjiang.client.project.api.ProjectsApi;
import org.pengjiang.client.project.model.InvestorView;
import org.pengjiang.client.project.model.NewInvestor;
import org.pengjiang.client.project.model.PlannedMoney;
import org.pengjiang.client.project.model.ProjectFacts;
import org.pengjiang.client.project.model.ProjectFactsPatch;
import org.pengjiang.client.project.model.ProjectInvestor;
import org.pengjiang.client.project.model.ProjectKind;
import org.pengjiang.client.project.model.ProjectView;
import org.pengjiang.client.team.api.BoardsApi;
import org.pengjiang.localstack.client.SuiteClient;

/** What a foreign system does that knows the suite by its OpenAPI files alone: it generates a client and works with it. */
@Order(3)
@ExtendWith(StartsSuite.class)
class GeneratedClientJourney {
    private final InvestorsApi investors;
    private final ProjectsApi projects;
    private final BoardsApi boards;

    GeneratedClientJourney(SuiteRun suite) {
        Consumer<HttpRequest.Builder> token = asPersona(suite.project().as("promotion-office"));
        ApiClient project = new ApiClient(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1),
                ApiClient.createDefaultObjectMapper(),
                suite.address("project-service").toString());
        project.setRequestInterceptor(token);
        var team = new org.pengjiang.client.team.ApiClient(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1),
                org.pengjiang.client.team.ApiClient.createDefaultObjectMapper(),
                suite.address("team-service").toString());
        team.setRequestInterceptor(token);
        investors = new InvestorsApi(project);
        projects = new ProjectsApi(project);
        boards = new BoardsApi(team);
    }

    @Test
    void aLeadIsEnteredReadRevisedAndFound() throws ApiException {
        // Given
        InvestorView investor = investors.registerInvestor(
                key(),
                new NewInvestor()
                        .name("Fictional Clients " + System.nanoTime())
                        .country("CN")
                        .notYetRegistered(true));
        ProjectFacts facts = new ProjectFacts()
                .name("生成客户端项目（虚构）" + System.nanoTime())
                .kind(ProjectKind.NEW)
                .divisionCode("440703101")
                .investors(List.of(
                        new ProjectInvestor().investorId(investor.getId()).controller(true)))
                .money(new PlannedMoney().plannedTotalYuan("120000000.00"));
        String intention = key();

        // When
        ProjectView entered = projects.registerProject(intention, facts);
        ProjectView repeated = projects.registerProject(intention, facts);
        var read = projects.getProjectWithHttpInfo(entered.getId(), null);
        String etag = read.getHeaders().get("etag").getFirst();
        projects.reviseProject(entered.getId(), etag, new ProjectFactsPatch().name(facts.getName() + " II"));

        // Then
        assertEquals(entered, repeated);
        assertEquals(facts.getName(), read.getData().getName());
        assertEquals(
                facts.getName() + " II",
                projects.getProject(entered.getId(), null).getName());
        assertTrue(
                projects
                        .listProjects(ProjectsApi.APIListProjectsRequest.newBuilder()
                                .limit(5)
                                .build())
                        .getItems()
                        .stream()
                        .anyMatch(found -> found.getId().equals(entered.getId())));
    }

    @Test
    void aRefusalCarriesItsCode() {
        ApiException refusal = assertThrows(
                ApiException.class,
                () -> investors.registerInvestor(
                        key(), new NewInvestor().name("Nowhere").country("nowhere")));

        assertEquals(400, refusal.getCode());
        assertTrue(refusal.getResponseBody().contains("\"pointer\":\"/country\""), refusal.getResponseBody());
    }

    @Test
    void anotherServicesBoardIsReadWithItsOwnClient() throws org.pengjiang.client.team.ApiException {
        assertEquals(
                2022, boards.getBoard(2022, LocalDate.of(2022, 6, 30), null).getYear());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Consumer<HttpRequest.Builder> asPersona(SuiteClient persona) {
        return request -> request.header("Authorization", "Bearer " + persona.token());
    }
}

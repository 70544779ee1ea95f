package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Texts;
import org.pengjiang.team.model.TeamProblem;

/** Explains one line of the district or of a team. */
@ApplicationScoped
class ExplainBoard {
    private final DrawBoard drawBoard;
    private final EntryQueries entries;
    private final CurrentCaller caller;

    ExplainBoard(DrawBoard drawBoard, EntryQueries entries, CurrentCaller caller) {
        this.drawBoard = drawBoard;
        this.entries = entries;
        this.caller = caller;
    }

    /** @param team by code; null for the district */
    record Question(
            DivisionScope district,
            int year,
            LocalDate asOf,
            @Nullable String team,
            @Nullable String line) {}

    @Transactional
    ExplanationView explain(Question question, PageRequest page, Texts words) {
        Board board = drawBoard.draw(question.district(), question.year(), question.asOf());
        Optional<BoardTeam> team = Optional.ofNullable(question.team()).map(code -> find(board, code));
        requireInside(team.map(BoardTeam::division).orElse(question.district().value()));
        HolderStanding standing = team.map(board::standingOf).orElseGet(board::districtStanding);
        LineStanding line = line(standing, question.line());
        UUID holder = team.map(BoardTeam::id).orElse(null);
        EntryQueries.Which which = new EntryQueries.Which(question.year(), question.asOf(), holder, line.line());
        Explainer explainer = new Explainer(board.judge(), line, words);
        return new ExplanationView(
                question.year(),
                question.asOf(),
                question.district().value(),
                team.map(BoardTeam::code),
                line.line().key(),
                explainer.sentences(team.map(it -> it.code() + " " + it.name())
                        .orElseGet(() ->
                                words.say("the-district", question.district().value()))),
                explainer.steps(),
                line.light(),
                entries.entries(question.district(), which, page, words),
                entries.uncounted(question.district(), which, words),
                board.assumptions());
    }

    private static BoardTeam find(Board board, String code) {
        return board.team(code)
                .orElseThrow(() -> new DomainException(
                        TeamProblem.TEAM_UNKNOWN,
                        List.of(Fault.at("query:team", TeamProblem.TEAM_UNKNOWN, code)),
                        code));
    }

    /** Figures are the bulletin and open to the district's towns; the projects behind them are not. */
    private void requireInside(String division) {
        if (!caller.get().scope().covers(DivisionCode.parse(division))) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
    }

    private static LineStanding line(HolderStanding standing, @Nullable String key) {
        Optional<LineStanding> line = key == null
                ? standing.headline()
                : standing.lines().stream()
                        .filter(it -> it.line().key().equals(key))
                        .findFirst();
        String named = key == null ? "SIGNED_AMOUNT" : key;
        return line.orElseThrow(() -> new DomainException(TeamProblem.LINE_UNKNOWN, named));
    }
}

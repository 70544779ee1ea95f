package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.team.model.Light;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TimeProgress;

/**
 * The district and its teams as of a date. The district's target is the sum of the teams' pledges, its credit comes from
 * the project events without splitting; what is due of it is the teams' dues, weighted by their targets.
 */
final class Board {
    private static final int SCORE_PLACES = 2;

    private final String district;
    private final Judge judge;
    private final List<BoardTeam> teams;
    private final List<BoardView.AssumptionView> assumptions;
    private final boolean provisional;
    private final Map<BoardTeam, HolderStanding> standings = new LinkedHashMap<>();
    private final HolderStanding districtStanding;

    Board(
            String district,
            Judge judge,
            List<BoardTeam> teams,
            List<BoardView.AssumptionView> assumptions,
            boolean provisional) {
        this.district = district;
        this.judge = judge;
        this.teams = teams;
        this.assumptions = assumptions;
        this.provisional = provisional;
        teams.forEach(team -> standings.put(team, standing(team)));
        this.districtStanding = new HolderStanding(districtLines());
    }

    private HolderStanding standing(BoardTeam team) {
        int startMonth = team.startMonth(judge.year());
        return new HolderStanding(team.lines().stream()
                .map(line -> judge.stand(team.id(), line, startMonth))
                .toList());
    }

    private List<LineStanding> districtLines() {
        Map<String, List<PledgedLine>> byKey = new LinkedHashMap<>();
        teams.forEach(team -> team.lines()
                .forEach(line -> byKey.computeIfAbsent(line.key(), key -> new ArrayList<>())
                        .add(new PledgedLine(line, team.startMonth(judge.year())))));
        return byKey.values().stream().map(this::together).toList();
    }

    private record PledgedLine(TargetLine line, int startMonth) {}

    /** A share is no sum: the district's target for one is the teams' mean, weighted by nothing we would have to invent. */
    private LineStanding together(List<PledgedLine> pledged) {
        TargetLine first = pledged.getFirst().line();
        BigDecimal sum = pledged.stream().map(it -> it.line().target()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal target = first.metric().isRatio()
                ? Rational.of(sum).dividedBy(Rational.of(pledged.size(), 1)).rounded(2)
                : sum;
        TargetLine line = first.withTarget(target);
        return judge.stand(
                Credits.DISTRICT, line, due(pledged, judge.asOf()), month -> due(pledged, judge.endOf(month)));
    }

    private Rational due(List<PledgedLine> pledged, LocalDate day) {
        Rational due = Rational.ZERO;
        Rational targets = Rational.ZERO;
        for (PledgedLine it : pledged) {
            Rational target = Rational.of(it.line().target());
            due = due.plus(target.times(judge.due(it.line(), it.startMonth(), day)));
            targets = targets.plus(target);
        }
        return targets.isZero() ? judge.due(pledged.getFirst().line(), 1, day) : due.dividedBy(targets);
    }

    Judge judge() {
        return judge;
    }

    List<BoardView.AssumptionView> assumptions() {
        return assumptions;
    }

    Optional<BoardTeam> team(String code) {
        return teams.stream().filter(team -> team.code().equals(code)).findFirst();
    }

    HolderStanding districtStanding() {
        return districtStanding;
    }

    HolderStanding standingOf(BoardTeam team) {
        return standings.getOrDefault(team, new HolderStanding(List.of()));
    }

    BoardView view() {
        TimeProgress time = TimeProgress.monthly(judge.year());
        return new BoardView(
                judge.year(),
                judge.asOf(),
                district,
                provisional,
                new BoardView.TimeView(
                        time.curve().name(),
                        TimeProgress.completedMonths(judge.asOf()),
                        Figures.twoPlaces(time.at(judge.asOf()).times(100))),
                districtView(),
                teamRows(),
                isReconciled(),
                assumptions);
    }

    private BoardView.DistrictView districtView() {
        Optional<LineStanding> headline = districtStanding.headline();
        return new BoardView.DistrictView(
                headline.map(
                        it -> Figures.quantity(it.line(), Rational.of(it.line().target()))),
                headline.map(it -> Figures.quantity(it.line(), it.progress().credited()))
                        .orElseGet(() -> signedAmount(Credits.DISTRICT)),
                headline.flatMap(it -> Figures.percent(it.progress())),
                headline.flatMap(it -> Figures.gap(it.progress())),
                headline.flatMap(it -> Figures.ratio(it.progress())),
                headline.map(LineStanding::light).orElse(Light.GREY),
                judge.credits().anyHistorical(Credits.DISTRICT),
                districtStanding.lines().stream().map(Board::line).toList());
    }

    private List<BoardView.TeamRow> teamRows() {
        Map<String, Integer> places =
                League.places(teams.stream().map(this::contender).toList());
        return teams.stream()
                .map(team -> row(team, Optional.ofNullable(places.get(team.code()))))
                .toList();
    }

    private League.Contender contender(BoardTeam team) {
        Rational finalStages = judge.credits()
                .of(team.id(), Metric.START_COUNT)
                .plus(judge.credits().of(team.id(), Metric.PRODUCTION_COUNT));
        return new League.Contender(
                team.code(),
                team.group(),
                standingOf(team).score().interim().map(it -> it.rounded(SCORE_PLACES)),
                finalStages.rounded(Metric.START_COUNT.quantity().scale()),
                judge.credits().of(team.id(), Metric.SIGNED_AMOUNT).rounded(2));
    }

    private BoardView.TeamRow row(BoardTeam team, Optional<Integer> place) {
        HolderStanding standing = standingOf(team);
        Optional<LineStanding> headline = standing.headline();
        Score score = standing.score();
        return new BoardView.TeamRow(
                team.id(),
                team.code(),
                team.name(),
                team.kind(),
                team.group(),
                team.division(),
                headline.map(
                        it -> Figures.quantity(it.line(), Rational.of(it.line().target()))),
                headline.map(it -> Figures.quantity(it.line(), it.progress().credited()))
                        .orElseGet(() -> signedAmount(team.id())),
                headline.flatMap(it -> Figures.percent(it.progress())),
                headline.flatMap(it -> Figures.gap(it.progress())),
                headline.flatMap(it -> Figures.ratio(it.progress())),
                headline.map(LineStanding::light).orElse(Light.GREY),
                standing.overall(judge.lights()),
                score.interim().map(Figures::twoPlaces),
                score.atYearEnd().map(Figures::twoPlaces),
                place,
                judge.credits().anyHistorical(team.id()),
                standing.lines().stream().map(Board::line).toList());
    }

    private String signedAmount(UUID holder) {
        return Figures.twoPlaces(judge.credits().of(holder, Metric.SIGNED_AMOUNT));
    }

    private static BoardView.LineView line(LineStanding it) {
        TargetLine line = it.line();
        return new BoardView.LineView(
                line.key(),
                line.metric(),
                line.kind(),
                line.unit(),
                Figures.quantity(line, Rational.of(line.target())),
                Figures.quantity(line, it.progress().credited()),
                Figures.percent(it.progress()),
                Figures.gap(it.progress()),
                Figures.ratio(it.progress()),
                it.light(),
                line.weight(),
                it.neutral());
    }

    private boolean isReconciled() {
        return judge.credits().teamsAddUpToDistrict();
    }
}

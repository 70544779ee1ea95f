package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Periods;
import org.pengjiang.team.model.Stage;

/**
 * The credit of one project: applies its facts in order and says what is to be posted. Pure, so that the live ledger and
 * a rebuilt one are made by the same code. Invariant: for every metric the teams' postings add up to the district's, and
 * each team has exactly its split of what the district has.
 */
final class ProjectAccount {
    private final List<Posting> postings = new ArrayList<>();
    private final List<ShareRuling> rulings = new ArrayList<>();
    private Outlook outlook;

    /** Shares in force from a date on; a later ruling overrides an earlier one for all dates it covers. */
    record ShareRuling(LocalDate validFrom, List<Share> shares) {}

    /** What has been decided about the project itself. */
    record Outlook(
            @Nullable Standing standing,
            @Nullable LocalDate signedOn,
            Band band,
            @Nullable LocalDate terminatedOn) {
        static final Outlook NEW = new Outlook(null, null, Band.BELOW_100M, null);
    }

    /** @param uncounted why the fact earned nothing, when there is a reason to show */
    record Outcome(List<Posting> posted, Optional<String> uncounted) {}

    ProjectAccount() {
        this(Outlook.NEW, List.of(), List.of());
    }

    ProjectAccount(Outlook outlook, List<ShareRuling> rulings, List<Posting> postings) {
        this.outlook = outlook;
        this.rulings.addAll(rulings);
        this.postings.addAll(postings);
    }

    Outlook outlook() {
        return outlook;
    }

    List<ShareRuling> rulings() {
        return List.copyOf(rulings);
    }

    List<Posting> postings() {
        return List.copyOf(postings);
    }

    Outcome apply(ProjectFact fact, CountingRules rules, Periods periods) {
        Book book = new Book(fact, rules.version(), new CutOff(periods));
        Optional<String> uncounted = switch (fact) {
            case ProjectFact.StageReached stage ->
                stage.goesBack() ? withdraw(stage.to(), book) : reach(stage, rules, book);
            case ProjectFact.AmountRevised revision -> revise(revision, book);
            case ProjectFact.SharesRuled ruling -> ruleShares(ruling, book);
            case ProjectFact.Terminated end -> terminate(end, rules, book);
        };
        postings.addAll(book.posted());
        return new Outcome(book.posted(), uncounted);
    }

    private Optional<String> reach(ProjectFact.StageReached fact, CountingRules rules, Book book) {
        List<Metric> metrics = Metric.earnedAt(fact.to());
        if (metrics.isEmpty()) {
            return Optional.empty();
        }
        if (outlook.terminatedOn() != null) {
            return Optional.of("TERMINATED");
        }
        if (fact.to() == Stage.SIGNED && outlook.signedOn() != null) {
            return Optional.of("SIGNED_BEFORE");
        }
        Standing standing = decide(fact, rules);
        if (!standing.countsAmount()) {
            return Optional.of(standing.name());
        }
        Traits traits = new Traits(outlook.band(), fact.manufacturing(), fact.chain(), fact.tags());
        Shares shares = sharesAt(fact.businessDate());
        for (Metric metric : metrics) {
            BigDecimal quantity = worth(metric, fact, standing);
            if (quantity.signum() > 0 && !isLive(metric)) {
                book.earn(metric, quantity, traits, shares, fact.historicalImport());
            }
        }
        return standing.countsAsProject() ? Optional.empty() : Optional.of(standing.name());
    }

    private Standing decide(ProjectFact.StageReached fact, CountingRules rules) {
        boolean signing = fact.to() == Stage.SIGNED;
        if (signing || rulings.isEmpty()) {
            rulings.add(new ShareRuling(fact.businessDate(), fact.shares()));
        }
        Standing standing = outlook.standing();
        if (signing || standing == null) {
            standing = new StandingRule(rules).of(fact);
            Band band = standing.countsAmount() ? Band.of(StandingRule.size(fact)) : Band.BELOW_100M;
            outlook = new Outlook(
                    standing, signing ? fact.businessDate() : outlook.signedOn(), band, outlook.terminatedOn());
        }
        return standing;
    }

    private BigDecimal worth(Metric metric, ProjectFact.StageReached fact, Standing standing) {
        if (metric == Metric.SIGNED_AMOUNT) {
            return StandingRule.credited(fact);
        }
        boolean inBand =
                metric.band().map(band -> outlook.band().compareTo(band) >= 0).orElse(true);
        return standing.countsAsProject() && inBand ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private Optional<String> revise(ProjectFact.AmountRevised fact, Book book) {
        if (outlook.terminatedOn() != null) {
            return Optional.of("TERMINATED");
        }
        if (!isLive(Metric.SIGNED_AMOUNT)) {
            return Optional.of("NOT_CREDITED");
        }
        BigDecimal old = standing(Metric.SIGNED_AMOUNT);
        BigDecimal revised = old.add(fact.amountYuan()).subtract(fact.previousYuan());
        if (revised.signum() < 0) {
            throw new IllegalArgumentException("a revision below zero");
        }
        Posting first = firstLive(Metric.SIGNED_AMOUNT);
        book.adjust(first, revised.subtract(old), sharesAt(first.earnedOn()), old, revised);
        if (fact.amountYuan().compareTo(fact.previousYuan()) < 0) {
            reverse(lostBands(fact.amountYuan()), Cause.BAND_LOST, book);
        }
        return Optional.empty();
    }

    private Predicate<Posting> lostBands(BigDecimal amount) {
        return posting -> posting.metric()
                .band()
                .map(band -> amount.compareTo(band.fromYuan()) < 0)
                .orElse(false);
    }

    /**
     * A ruling moves what was earned on or after its date; what was earned before stays where it was. The move counts on
     * the day it was recorded, so that no past board changes.
     */
    private Optional<String> ruleShares(ProjectFact.SharesRuled fact, Book book) {
        Shares ruled = new Shares(fact.shares());
        if (outlook.terminatedOn() == null) {
            liveMetrics().forEach(metric -> {
                Posting first = firstLive(metric);
                if (!first.earnedOn().isBefore(fact.businessDate())) {
                    book.move(first, standing(metric), sharesAt(first.earnedOn()), ruled);
                }
            });
        }
        rulings.add(new ShareRuling(fact.businessDate(), fact.shares()));
        return Optional.empty();
    }

    private Optional<String> terminate(ProjectFact.Terminated fact, CountingRules rules, Book book) {
        int year = fact.businessDate().getYear();
        reverse(
                posting -> rules.terminationTakesEarlierYears()
                        || posting.effectiveOn().getYear() >= year,
                Cause.TERMINATION,
                book);
        outlook = new Outlook(outlook.standing(), outlook.signedOn(), outlook.band(), fact.businessDate());
        return Optional.empty();
    }

    private Optional<String> withdraw(Stage backTo, Book book) {
        reverse(posting -> posting.metric().liesBeyond(backTo), Cause.CORRECTION, book);
        if (backTo.compareTo(Stage.SIGNED) < 0) {
            outlook = new Outlook(null, null, Band.BELOW_100M, outlook.terminatedOn());
        }
        return Optional.empty();
    }

    private void reverse(Predicate<Posting> which, Cause cause, Book book) {
        live().filter(which).toList().forEach(posting -> book.mirror(posting, cause));
    }

    private Shares sharesAt(LocalDate day) {
        List<Share> shares = rulings.getFirst().shares();
        for (ShareRuling ruling : rulings) {
            if (!ruling.validFrom().isAfter(day)) {
                shares = ruling.shares();
            }
        }
        return new Shares(shares);
    }

    private Stream<Posting> live() {
        Set<UUID> reversed = postings.stream()
                .map(Posting::reversalOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return postings.stream()
                .filter(posting -> posting.kind() != EntryKind.REVERSE)
                .filter(posting -> !reversed.contains(posting.id()));
    }

    private boolean isLive(Metric metric) {
        return live().anyMatch(posting -> posting.metric() == metric && posting.isDistrict());
    }

    private Posting firstLive(Metric metric) {
        return live().filter(posting -> posting.metric() == metric && posting.isDistrict())
                .findFirst()
                .orElseThrow();
    }

    private List<Metric> liveMetrics() {
        return live().filter(Posting::isDistrict)
                .map(Posting::metric)
                .distinct()
                .toList();
    }

    private BigDecimal standing(Metric metric) {
        return live().filter(posting -> posting.metric() == metric && posting.isDistrict())
                .map(Posting::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What each team and the district stand at, by metric; the district under null. */
    Map<Metric, Map<Optional<UUID>, BigDecimal>> balances() {
        Map<Metric, Map<Optional<UUID>, BigDecimal>> sums = new HashMap<>();
        postings.forEach(posting -> sums.computeIfAbsent(posting.metric(), metric -> new HashMap<>())
                .merge(posting.team(), posting.quantity(), BigDecimal::add));
        return sums;
    }
}

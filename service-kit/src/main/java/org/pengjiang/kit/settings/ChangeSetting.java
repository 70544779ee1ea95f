package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.ExpectedVersion;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Adds a version that takes effect later: what was computed by the old one stays. */
@ApplicationScoped
class ChangeSetting {
    private final DeclaredSettings declared;
    private final Settings settings;
    private final StoredSettings stored;
    private final SettingProposals proposals;
    private final ExpectedVersion expectedVersion;
    private final EntityManager entities;
    private final EventLog log;
    private final Clock clock;

    ChangeSetting(
            DeclaredSettings declared,
            Settings settings,
            StoredSettings stored,
            SettingProposals proposals,
            ExpectedVersion expectedVersion,
            EntityManager entities,
            EventLog log,
            Clock clock) {
        this.declared = declared;
        this.settings = settings;
        this.stored = stored;
        this.proposals = proposals;
        this.expectedVersion = expectedVersion;
        this.entities = entities;
        this.log = log;
        this.clock = clock;
    }

    /** @return what a second person has to confirm, where two decide; empty when the version is added, or stands already */
    @Transactional
    Optional<SettingProposal> change(
            String district, SettingDefinition definition, ChangeSettingRequest request, Caller by) {
        // locked before its newest version is read: of two changes of one version the second finds it changed
        Optional<Setting> held = held(district, definition);
        SettingVersion newest = settings.versions(district, definition).getFirst();
        held.ifPresentOrElse(
                setting -> expectedVersion.check(newest.number(), setting),
                () -> expectedVersion.check(newest.number()));
        if (isStatedSo(newest, request)) {
            return Optional.empty();
        }
        requireSound(definition, newest, request);
        if (definition.isDecidedByTwo()) {
            return Optional.of(propose(district, definition, request, by));
        }
        add(held.orElseGet(() -> first(district, definition)), definition, request);
        return Optional.empty();
    }

    /** To propose the same once more makes no second proposal. */
    private SettingProposal propose(
            String district, SettingDefinition definition, ChangeSettingRequest request, Caller by) {
        Optional<SettingProposal> open =
                proposals.open(DivisionScope.of(DivisionCode.parse(district)), definition.name());
        if (open.isPresent()) {
            return open.filter(proposal -> proposal.says(request, by))
                    .orElseThrow(() -> new DomainException(SettingProblem.SETTING_PROPOSAL_OPEN)
                            .with("proposal", open.get().id()));
        }
        SettingProposal proposal = new SettingProposal(DivisionCode.parse(district), definition, request, by, clock);
        log.append(
                proposal,
                new SettingChangeProposed(definition.name(), proposal.effectiveFrom(), proposal.assumption()));
        proposals.add(proposal);
        return proposal;
    }

    /** A proposal that is confirmed becomes the newest version. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(SettingProposal proposal) {
        String district = proposal.division().value();
        SettingDefinition definition = declared.named(proposal.name());
        Optional<Setting> held = held(district, definition);
        SettingVersion newest = settings.versions(district, definition).getFirst();
        ChangeSettingRequest request = proposal.change();
        requireSound(definition, newest, request);
        add(held.orElseGet(() -> first(district, definition)), definition, request);
    }

    private void add(Setting setting, SettingDefinition definition, ChangeSettingRequest request) {
        int number = setting.nextNumber();
        boolean assumption = Boolean.TRUE.equals(request.assumption());
        stored.add(
                setting.id(),
                new SettingVersion(
                        definition.name(),
                        number,
                        request.effectiveFrom(),
                        request.value(),
                        assumption,
                        request.source()));
        log.append(setting, new SettingChanged(definition.name(), number, request.effectiveFrom(), assumption));
    }

    private void requireSound(SettingDefinition definition, SettingVersion newest, ChangeSettingRequest request) {
        boolean late = !request.effectiveFrom().isAfter(LocalDate.now(clock))
                || !request.effectiveFrom().isAfter(newest.effectiveFrom());
        List<Fault> faults = new ArrayList<>(definition.faults(request.value()));
        if (late) {
            faults.add(Fault.at("/effectiveFrom", SettingProblem.SETTING_NOT_LATER));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(late ? SettingProblem.SETTING_NOT_LATER : SettingProblem.SETTING_VALUE, faults);
        }
    }

    /** To say the newest version once more adds none. */
    private static boolean isStatedSo(SettingVersion newest, ChangeSettingRequest request) {
        return request.effectiveFrom().equals(newest.effectiveFrom())
                && request.source().strip().equals(newest.source().strip())
                && Boolean.TRUE.equals(request.assumption()) == newest.assumption()
                && SettingDefinition.areSame(request.value(), newest.value());
    }

    private Optional<Setting> held(String district, SettingDefinition definition) {
        return entities.createQuery("from Setting s where s.district = :district and s.name = :name", Setting.class)
                .setParameter("district", district)
                .setParameter("name", definition.name())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Setting first(String district, SettingDefinition definition) {
        Setting first = new Setting(Ids.next(), DivisionCode.parse(district), definition);
        entities.persist(first);
        entities.flush();
        return first;
    }
}

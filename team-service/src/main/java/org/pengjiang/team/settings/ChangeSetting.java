package org.pengjiang.team.settings;

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
import org.pengjiang.kit.http.ExpectedVersion;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.events.SettingChanged;
import org.pengjiang.team.model.Setting;
import org.pengjiang.team.model.SettingName;
import org.pengjiang.team.model.Settings;
import org.pengjiang.team.model.TeamProblem;

/** Adds a version that takes effect later: what has been counted by the old one stays. */
@ApplicationScoped
class ChangeSetting {
    private final Settings settings;
    private final ExpectedVersion expectedVersion;
    private final EntityManager entities;
    private final EventLog log;
    private final Clock clock;

    ChangeSetting(
            Settings settings, ExpectedVersion expectedVersion, EntityManager entities, EventLog log, Clock clock) {
        this.settings = settings;
        this.expectedVersion = expectedVersion;
        this.entities = entities;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    void change(String district, SettingName name, ChangeSettingRequest request) {
        // locked before its newest version is read: of two changes of one version the second finds it changed
        Optional<Setting> held = held(district, name);
        Settings.Version newest = settings.versions(district, name).getFirst();
        expectedVersion.check(newest.number());
        if (isStatedSo(newest, request)) {
            return;
        }
        boolean late = !request.effectiveFrom().isAfter(LocalDate.now(clock))
                || !request.effectiveFrom().isAfter(newest.effectiveFrom());
        List<Fault> faults = new ArrayList<>(SettingValues.faults(name, request.value()));
        if (late) {
            faults.add(Fault.at("/effectiveFrom", TeamProblem.SETTING_NOT_LATER));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(late ? TeamProblem.SETTING_NOT_LATER : TeamProblem.SETTING_VALUE, faults);
        }
        Setting setting = held.orElseGet(() -> first(district, name, newest.number()));
        int number = setting.nextNumber();
        boolean assumption = Boolean.TRUE.equals(request.assumption());
        settings.add(
                setting.id(),
                new Settings.Version(
                        name.key(), number, request.effectiveFrom(), request.value(), assumption, request.source()));
        log.append(setting, new SettingChanged(name.key(), number, request.effectiveFrom(), assumption));
    }

    /** To say the newest version once more adds none. */
    private static boolean isStatedSo(Settings.Version newest, ChangeSettingRequest request) {
        return request.effectiveFrom().equals(newest.effectiveFrom())
                && request.source().strip().equals(newest.source().strip())
                && Boolean.TRUE.equals(request.assumption()) == newest.assumption()
                && SettingValues.areSame(request.value(), newest.value());
    }

    private Optional<Setting> held(String district, SettingName name) {
        return entities.createQuery("from Setting s where s.district = :district and s.name = :name", Setting.class)
                .setParameter("district", district)
                .setParameter("name", name.key())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Setting first(String district, SettingName name, int shippedNumber) {
        Setting first = new Setting(Ids.next(), DivisionCode.parse(district), name, shippedNumber);
        entities.persist(first);
        entities.flush();
        return first;
    }
}

package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What only the district can decide, as it stood on a date: the district's own version where it has decided, otherwise
 * the one that was shipped.
 *
 * <p>A change takes effect on a later day than the one it is made on, so what holds on a day is final once the day has
 * come. Up to that day everything is answered from memory, without asking whether another replica has changed anything.
 */
@ApplicationScoped
public class Settings {
    /** Longer than a transaction may last: a change of yesterday is committed by then, or never. */
    /** Longer than a transaction that changes one lives, and than the clocks of two replicas differ. */
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(10);

    private final StoredSettings stored;
    private final Clock clock;
    private final Map<Place, CachedVersions> known = new ConcurrentHashMap<>();

    Settings(StoredSettings stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    private record Place(String district, String name) {}

    /** @param finalTo the last day whose version can no longer change */
    private record CachedVersions(LocalDate finalTo, List<SettingVersion> newestFirst) {
        SettingVersion on(LocalDate day) {
            return inForce(newestFirst, day);
        }
    }

    /** The version in force on a day. */
    public SettingVersion at(String district, SettingDefinition setting, LocalDate day) {
        Place place = new Place(district, setting.name());
        CachedVersions now = known.get(place);
        if (now == null || day.isAfter(now.finalTo())) {
            // the day is taken before the versions are read
            LocalDate finalTo = finalTo();
            now = new CachedVersions(finalTo, versions(district, setting));
            known.put(place, now);
        }
        return now.on(day);
    }

    /** Whether the version in force on this day can no longer change. */
    public boolean isFinal(LocalDate day) {
        return !day.isAfter(finalTo());
    }

    private LocalDate finalTo() {
        return LocalDate.ofInstant(clock.instant().minus(LONGEST_CHANGE), clock.getZone());
    }

    /** Newest first, with those that take effect later. */
    List<SettingVersion> versions(String district, SettingDefinition setting) {
        List<SettingVersion> versions = new ArrayList<>(stored.versions(district, setting.name()));
        versions.add(setting.shipped());
        return List.copyOf(versions);
    }

    static SettingVersion inForce(List<SettingVersion> newestFirst, LocalDate day) {
        return newestFirst.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    /** For tests, which put the database back. */
    public void forget() {
        known.clear();
    }
}

package org.pengjiang.kit.log;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * An aggregate root whose every change stands in the event log.
 *
 * <p>Columns every such table has: {@code id uuid primary key, version bigint, log_version bigint, published_version
 * bigint, last_hash bytea, division text, province text, city text, district text, town text}.
 */
@MappedSuperclass
public abstract class LoggedAggregate {
    @Id
    private UUID id;

    /** The ETag. */
    @Version
    private long version;

    /** How many log rows this subject has: the next row continues it. */
    @Column(name = "log_version")
    long logVersion;

    /** How many of them were published: lets a follower see that one is missing. */
    @Column(name = "published_version")
    long publishedVersion;

    @Column(name = "last_hash")
    byte @Nullable [] lastHash;

    @Column
    private String division;

    @Column
    private String province;

    @Column
    private @Nullable String city;

    @Column
    private @Nullable String district;

    @Column
    private @Nullable String town;

    /** Made here and not loaded: such a one may be logged before it is added. */
    private final transient boolean made;

    protected LoggedAggregate() {
        made = false;
    }

    protected LoggedAggregate(UUID id, DivisionCode division) {
        this.id = id;
        made = true;
        placeIn(division);
    }

    final boolean isMadeHere() {
        return made;
    }

    /** Moves the aggregate to another division of the hierarchy. */
    protected final void placeIn(DivisionCode code) {
        division = code.value();
        province = code.province();
        city = code.city().orElse(null);
        district = code.district().orElse(null);
        town = code.town().orElse(null);
    }

    /** The word that stands as {@code subject_type} in the log, such as {@code project}. */
    public abstract String subjectType();

    /** The head of the chain: this row is the subject's newest. */
    final void logged(LogEntry entry, byte[] hash) {
        logVersion = entry.subjectVersion();
        lastHash = hash;
        if (entry.publishedVersion() != null) {
            publishedVersion = entry.publishedVersion();
        }
    }

    public final UUID id() {
        return id;
    }

    public final long version() {
        return version;
    }

    public final DivisionCode division() {
        return DivisionCode.parse(division);
    }
}

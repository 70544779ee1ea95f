package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.log.Ids;

/** Makes investors whose numbers can be compared, and whose persons cannot be read from a disk. */
@ApplicationScoped
public class InvestorKeys {
    private final Encryptor encryptor;
    private final TimeLimits limits;
    private final Clock clock;

    InvestorKeys(Encryptor encryptor, TimeLimits limits, Clock clock) {
        this.encryptor = encryptor;
        this.limits = limits;
        this.clock = clock;
    }

    /** The same number of the same register gives the same key, however it is spelled. */
    public byte[] of(InvestorIdentity identity) {
        return encryptor.fingerprint(
                "investor.id",
                identity.idType().name() + ":" + identity.idType().oneSpelling(identity.idNo()));
    }

    /** @throws IllegalStateException when it was sealed under a key that is gone */
    public String open(UUID id, byte[] sealedNumber) {
        return new String(encryptor.open(sealedNumber, context(id, "id_no")), StandardCharsets.UTF_8);
    }

    public Investor enter(
            DivisionCode district,
            String name,
            String country,
            Set<InvestorTag> tags,
            @Nullable InvestorIdentity identity,
            Participant by) {
        UUID id = Ids.next();
        Investor investor = new Investor(id, district, name, country, tags);
        if (identity != null) {
            investor.identify(identity, of(identity), by, limits.confirmBy(district), Instant.now(clock));
            if (identity.idType() == IdType.PASSPORT) {
                investor.protectAsPerson(seal(id, "name", name.strip()), seal(id, "id_no", identity.idNo()));
            }
        }
        return investor;
    }

    @Produces
    @Singleton
    SealedColumn names() {
        return SealedColumn.of("investor", "name_sealed", id -> context(id, "name"));
    }

    @Produces
    @Singleton
    SealedColumn numbers() {
        return SealedColumn.of("investor", "id_sealed", id -> context(id, "id_no"));
    }

    private byte[] seal(UUID id, String column, String value) {
        return encryptor.seal(value.getBytes(StandardCharsets.UTF_8), context(id, column));
    }

    private static byte[] context(UUID id, String column) {
        return ("investor/" + id + "/" + column).getBytes(StandardCharsets.UTF_8);
    }
}

package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.ExpectedVersion;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Says where somebody's letters go, or that they go nowhere. */
@ApplicationScoped
class ChangeNoticeAddress {
    private final NoticeAddresses addresses;
    private final EventLog log;
    private final Encryptor encryptor;
    private final ExpectedVersion expectedVersion;

    ChangeNoticeAddress(NoticeAddresses addresses, EventLog log, Encryptor encryptor, ExpectedVersion expectedVersion) {
        this.addresses = addresses;
        this.expectedVersion = expectedVersion;
        this.log = log;
        this.encryptor = encryptor;
    }

    /** @throws DomainException VERSION_STALE */
    @Transactional
    NoticeAddress direct(Recipient whose, DivisionCode division, NoticeAddressRequest wanted) {
        NoticeAddress known = locked(whose, division);
        if (known == null || known.addressSealed() == null) {
            expectedVersion.checkAbsent();
        } else {
            expectedVersion.check(known);
        }
        if (known != null && isDirected(known, division, wanted)) {
            return known;
        }
        NoticeAddress address = known == null ? new NoticeAddress(whose, division) : known;
        byte[] plain = wanted.email().getBytes(StandardCharsets.UTF_8);
        address.direct(encryptor.seal(plain, NoticeAddress.context(address.id())), wanted.languageOrDefault());
        address.belongTo(division);
        log.append(address, new NoticeAddressChanged(whose.kind().name(), whose.name(), false));
        if (known == null) {
            addresses.add(address);
        }
        return address;
    }

    private boolean isDirected(NoticeAddress known, DivisionCode division, NoticeAddressRequest wanted) {
        return known.addressSealed() != null
                && open(known).equals(wanted.email())
                && known.language() == wanted.languageOrDefault()
                && known.division().equals(division);
    }

    /** @throws DomainException NOT_FOUND when there is none, VERSION_STALE */
    @Transactional
    void withdraw(Recipient whose, DivisionCode division) {
        NoticeAddress address = locked(whose, division);
        if (address == null || address.addressSealed() == null) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        expectedVersion.check(address);
        address.withdraw();
        log.append(address, new NoticeAddressChanged(whose.kind().name(), whose.name(), true));
    }

    Optional<NoticeAddress> find(Recipient whose, DivisionCode division) {
        return addresses
                .findByIdOptional(NoticeAddress.id(whose, division))
                .filter(address -> address.addressSealed() != null);
    }

    String open(NoticeAddress address) {
        byte[] sealed = Objects.requireNonNull(address.addressSealed());
        return new String(encryptor.open(sealed, NoticeAddress.context(address.id())), StandardCharsets.UTF_8);
    }

    private @Nullable NoticeAddress locked(Recipient whose, DivisionCode division) {
        return addresses.findById(NoticeAddress.id(whose, division), LockModeType.PESSIMISTIC_WRITE);
    }
}

package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.Language;

/** Looks up where a letter goes. A role's or a unit's address is that of the nearest division
 * at or above the subject's: codes of units repeat from district to district. */
@ApplicationScoped
class NoticeAddressBook {
    private static final String FIND = """
            SELECT id, address_sealed, language FROM notice_address
             WHERE recipient_kind = ? AND recipient = ? AND address_sealed IS NOT NULL
               AND (recipient_kind NOT IN ('ROLE', 'UNIT') OR starts_with(?, division))
             ORDER BY length(division) DESC LIMIT 1
            """;

    private final Jdbc jdbc;
    private final Encryptor encryptor;

    NoticeAddressBook(DataSource database, Encryptor encryptor) {
        this.jdbc = Jdbc.of(database);
        this.encryptor = encryptor;
    }

    record Entry(String address, Language language) {}

    Optional<Entry> of(Recipient recipient, DivisionCode division) {
        return jdbc.first(FIND, this::entry, recipient.kind(), recipient.name(), division.value());
    }

    private Entry entry(ResultSet row) throws SQLException {
        byte[] opened =
                encryptor.open(row.getBytes("address_sealed"), NoticeAddress.context(row.getObject("id", UUID.class)));
        return new Entry(new String(opened, StandardCharsets.UTF_8), Language.valueOf(row.getString("language")));
    }

    @Produces
    @Singleton
    SealedColumn addresses() {
        return SealedColumn.of("notice_address", "address_sealed", NoticeAddress::context);
    }
}

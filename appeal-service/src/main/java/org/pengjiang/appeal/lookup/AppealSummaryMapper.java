package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.kit.crypto.SealedData;
import org.pengjiang.kit.person.PersonalNumbers;

/** Makes a line of a list out of a row. */
@ApplicationScoped
class AppealSummaryMapper {
    private final ContactVault contacts;

    AppealSummaryMapper(ContactVault contacts) {
        this.contacts = contacts;
    }

    AppealSummary of(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String handler = row.getString("handler_kind");
        return new AppealSummary(
                id,
                row.getString("no"),
                PersonalNumbers.mask(row.getString("title")),
                row.getString("division"),
                AppealState.valueOf(row.getString("state")),
                row.getBoolean("open"),
                row.getInt("round"),
                Nature.valueOf(row.getString("nature")),
                row.getString("category"),
                Urgency.valueOf(row.getString("urgency")),
                TimeClass.valueOf(row.getString("time_class")),
                AppealSource.valueOf(row.getString("source")),
                row.getString("enterprise"),
                row.getString("enterprise_name"),
                row.getObject("project_id", UUID.class),
                row.getString("project_no"),
                handler == null ? null : HandlerKind.valueOf(handler),
                row.getString("accountable_unit"),
                row.getInt("supervision_level"),
                row.getBoolean("breached"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("next_due_at", OffsetDateTime.class)),
                contacts.open(id, contact(row)).map(AppealView.MaskedContact::of),
                row.getLong("version"));
    }

    private static @Nullable SealedData contact(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("contact_sealed");
        return sealed == null ? null : new SealedData(sealed, row.getBytes("contact_data_key"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}

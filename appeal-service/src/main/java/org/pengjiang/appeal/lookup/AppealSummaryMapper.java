package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
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

    AppealSummary of(ResultSet row, FieldView all) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        FieldView view = row.getBoolean("involved") ? all : FieldView.OFFICE;
        boolean filing = view.shows(FieldView.Field.FILING);
        boolean whose = filing && row.getBoolean("learns_whose");
        boolean project = whose && row.getBoolean("shows_project");
        return new AppealSummary(
                id,
                row.getString("no"),
                filing ? PersonalNumbers.mask(row.getString("title")) : null,
                row.getString("division"),
                AppealState.valueOf(row.getString("state")),
                row.getBoolean("open"),
                row.getInt("round"),
                filing ? Nature.valueOf(row.getString("nature")) : null,
                row.getString("category"),
                filing ? Urgency.valueOf(row.getString("urgency")) : null,
                TimeClass.valueOf(row.getString("time_class")),
                filing ? AppealSource.valueOf(row.getString("source")) : null,
                whose ? row.getString("enterprise") : null,
                whose ? masked(row.getString("enterprise_name")) : null,
                project ? row.getObject("project_id", UUID.class) : null,
                project ? row.getString("project_no") : null,
                constant(HandlerKind.class, row.getString("handler_kind")),
                row.getString("accountable_unit"),
                view.shows(FieldView.Field.SUPERVISION) ? Integer.valueOf(row.getInt("supervision_level")) : null,
                row.getBoolean("breached"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("next_due_at", OffsetDateTime.class)),
                whose ? contacts.open(id, contact(row)).map(AppealView.MaskedContact::of) : null,
                view,
                filing ? ConfidentialityGrade.valueOf(row.getString("confidentiality")) : null,
                row.getLong("version"));
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PersonalNumbers.mask(text);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable SealedData contact(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("contact_sealed");
        return sealed == null ? null : new SealedData(sealed, row.getBytes("contact_data_key"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}

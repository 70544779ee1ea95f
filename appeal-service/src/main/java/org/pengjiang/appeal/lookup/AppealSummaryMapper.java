package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.crypto.SealedData;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Language;

/** Makes a line of a list out of a row. */
@ApplicationScoped
class AppealSummaryMapper {
    private final ContactVault contacts;
    private final Categories categories;
    private final WorkCalendar calendar;

    AppealSummaryMapper(ContactVault contacts, Categories categories, WorkCalendar calendar) {
        this.contacts = contacts;
        this.categories = categories;
        this.calendar = calendar;
    }

    AppealSummary of(ResultSet row, FieldView all, Instant now) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        FieldView view = row.getBoolean("involved") ? all : FieldView.OFFICE;
        boolean filing = view.shows(FieldView.Field.FILING);
        boolean whose = filing && row.getBoolean("learns_whose");
        boolean project = whose && row.getBoolean("shows_project");
        AppealState state = AppealState.valueOf(row.getString("state"));
        TimeClass timeClass = TimeClass.valueOf(row.getString("time_class"));
        Optional<Categories.Names> category =
                categories.names(row.getInt("category_version"), row.getString("category"));
        Instant due = instant(row.getObject("next_due_at", OffsetDateTime.class));
        return new AppealSummary(
                id,
                row.getString("no"),
                filing ? PersonalNumbers.mask(row.getString("title")) : null,
                row.getString("division"),
                state,
                CodeNames.of(state, Language.CHINESE),
                CodeNames.of(state, Language.ENGLISH),
                row.getBoolean("open"),
                row.getInt("round"),
                filing ? Nature.valueOf(row.getString("nature")) : null,
                row.getString("category"),
                category.map(Categories.Names::zh).orElse(null),
                category.map(Categories.Names::en).orElse(null),
                filing ? Urgency.valueOf(row.getString("urgency")) : null,
                timeClass,
                CodeNames.of(timeClass, Language.CHINESE),
                CodeNames.of(timeClass, Language.ENGLISH),
                filing ? AppealSource.valueOf(row.getString("source")) : null,
                whose ? row.getString("enterprise") : null,
                whose ? masked(row.getString("enterprise_name")) : null,
                project ? row.getObject("project_id", UUID.class) : null,
                project ? row.getString("project_no") : null,
                constant(HandlerKind.class, row.getString("handler_kind")),
                row.getString("accountable_unit"),
                row.getString("unit_name"),
                view.shows(FieldView.Field.SUPERVISION) ? Integer.valueOf(row.getInt("supervision_level")) : null,
                row.getBoolean("breached"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("urge_count"),
                due,
                due == null ? null : minutesLeft(row.getString("division"), now, due),
                now,
                whose ? contacts.open(id, contact(row)).map(AppealView.MaskedContact::of) : null,
                view,
                filing ? ConfidentialityGrade.valueOf(row.getString("confidentiality")) : null,
                row.getLong("version"));
    }

    private long minutesLeft(String division, Instant now, Instant due) {
        CalendarVersion days = calendar.of(DivisionCode.parse(division));
        return now.isAfter(due) ? -days.workingMinutesBetween(due, now) : days.workingMinutesBetween(now, due);
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

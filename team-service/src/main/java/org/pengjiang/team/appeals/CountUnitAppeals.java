package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.Periods;

/** Counts one event of an appeal: entry, month and what is open change by the same differences in one transaction. */
@ApplicationScoped
class CountUnitAppeals {
    private final UnitAppealStore store;

    CountUnitAppeals(UnitAppealStore store) {
        this.store = store;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void count(ReceivedEvent event) {
        HandledAppeal now = AppealReader.standing(event);
        AppealReader.fact(event).ifPresent(fact -> {
            String unit = fact.unit();
            if (unit != null) {
                store.add(new UnitAppealStore.Entry(event.id(), now, unit, month(fact), fact));
            }
        });
        AppealReader.relief(event).ifPresent(relief -> store.takeBack(event.id(), now, relief));
        AppealReader.misjudgedRound(event)
                .ifPresent(round -> store.ratedUnits(now, round)
                        .forEach(unit -> store.takeBack(event.id(), now, Relief.ofRating(round, unit))));
        store.stand(now);
    }

    private static LocalDate month(AppealFact fact) {
        return fact.at().atZone(Periods.ZONE).toLocalDate().withDayOfMonth(1);
    }
}

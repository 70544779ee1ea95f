package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.AppellantKind;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Who appeals: an enterprise for itself, offices and partners for others, also for those without a credit code. */
@ApplicationScoped
class AppellantCheck {
    /** @throws DomainException FORBIDDEN, ENTERPRISE_NOT_OWN */
    Appellant check(NewAppeal said, Caller caller, AppealSource source, List<Fault> faults) {
        String code = said.enterprise() == null ? null : said.enterprise().value();
        NewAppellant named = said.appellant();
        if (source == AppealSource.APP) {
            code = own(code, caller);
            if (named != null && named.kind() != AppellantKind.ENTERPRISE) {
                faults.add(Fault.at("/appellant/kind", AppealProblem.APPELLANT_IS_ENTERPRISE));
            }
        } else if (code == null && (named == null || named.kind() == AppellantKind.ENTERPRISE)) {
            faults.add(Fault.at("/enterprise", AppealProblem.ENTERPRISE_MISSING));
        }
        if (named == null) {
            return new Appellant(AppellantKind.ENTERPRISE, code, null, null, null);
        }
        checkRegister(named, faults);
        return new Appellant(named.kind(), code, named.name().strip(), named.registerNumber(), named.registerCountry());
    }

    private static String own(@Nullable String named, Caller caller) {
        String own =
                Party.of(caller).map(Party::creditCode).orElseThrow(() -> new DomainException(KitProblem.FORBIDDEN));
        if (named != null && !named.equals(own)) {
            throw new DomainException(AppealProblem.ENTERPRISE_NOT_OWN);
        }
        return own;
    }

    /** The number in a register says something with its country alone, and of an enterprise from abroad alone. */
    private static void checkRegister(NewAppellant named, List<Fault> faults) {
        boolean wanted = named.kind() == AppellantKind.FOREIGN_ENTERPRISE;
        if (wanted != (named.registerNumber() != null)) {
            faults.add(Fault.at("/appellant/registerNumber", AppealProblem.REGISTER_OF_FOREIGN_ENTERPRISE));
        }
        if (wanted != (named.registerCountry() != null)) {
            faults.add(Fault.at("/appellant/registerCountry", AppealProblem.REGISTER_OF_FOREIGN_ENTERPRISE));
        }
    }
}

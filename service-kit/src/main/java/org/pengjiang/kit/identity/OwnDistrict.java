package org.pengjiang.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Which district a caller speaks of: the own one, unless another one inside the own division is named. */
@ApplicationScoped
public class OwnDistrict {
    private static final String POINTER = "query:division";

    private final CurrentCaller caller;

    OwnDistrict(CurrentCaller caller) {
        this.caller = caller;
    }

    /** For figures that are published: a town sees its district's too. */
    public DivisionScope ofBulletin(@Nullable String asked) {
        DivisionCode own = own();
        DivisionCode district = asked == null ? district(own) : parse(asked);
        if (!own.contains(district) && !district.contains(own)) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return DivisionScope.of(district);
    }

    /** For what stands behind the figures: the whole district lies inside the caller's division. */
    public DivisionScope inside(@Nullable String asked) {
        DivisionScope district = ofBulletin(asked);
        if (district.root().filter(own()::contains).isEmpty()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return district;
    }

    private DivisionCode own() {
        return caller.get().division().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    private static DivisionCode district(DivisionCode own) {
        return own.district()
                .map(DivisionCode::parse)
                .orElseThrow(() -> new DomainException(
                        KitProblem.DISTRICT_AMBIGUOUS, List.of(Fault.at(POINTER, KitProblem.DISTRICT_AMBIGUOUS))));
    }

    private static DivisionCode parse(String asked) {
        try {
            DivisionCode code = DivisionCode.parse(asked);
            if (code.level() == DivisionLevel.DISTRICT) {
                return code;
            }
        } catch (InvalidIdentifier shape) {
            // no code at all is refused like a code of another level
        }
        throw new DomainException(
                KitProblem.PARAMETER_INVALID, List.of(Fault.at(POINTER, KitProblem.PARAMETER_INVALID, asked)));
    }
}

package org.pengjiang.appeal.model.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.appeal.model.problem.PublicationProblem;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** The division at the root of the deployment: it publishes what is one for all districts. */
@ApplicationScoped
public class RootDivision {
    private final DivisionCode code;

    RootDivision(@ConfigProperty(name = "suite.anchor.division") String code) {
        this.code = DivisionCode.parse(code);
    }

    public boolean is(DivisionCode division) {
        return code.equals(division);
    }

    /** @throws DomainException PUBLICATION_NOT_OWN */
    public DivisionCode requireOwn(Caller caller) {
        if (!caller.division().equals(Optional.of(code))) {
            throw new DomainException(PublicationProblem.PUBLICATION_NOT_OWN, code.value());
        }
        return code;
    }
}

package org.pengjiang.appeal.handling;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.ExceptionMapping;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Problems;

/** The handler signs for several appeals, each in a transaction of its own: what one is refused for the others do not notice. */
@ApplicationScoped
class SignAppeals {
    private final SignAppeal sign;
    private final ExceptionMapping failures;
    private final Problems problems;
    private final ObjectMapper json;

    SignAppeals(SignAppeal sign, ExceptionMapping failures, Problems problems, ObjectMapper json) {
        this.sign = sign;
        this.failures = failures;
        this.problems = problems;
        this.json = json;
    }

    SignaturesView sign(NewSignatures wanted, Caller caller, Language language) {
        return new SignaturesView(wanted.appeals().stream()
                .map(one -> sign(one, caller, language))
                .toList());
    }

    private SignaturesView.SignedAppeal sign(NewSignatures.AppealToSign wanted, Caller caller, Language language) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> sign.sign(wanted.id(), wanted.version(), caller));
        } catch (RuntimeException failure) {
            return SignaturesView.SignedAppeal.refused(wanted.id(), refusal(failures.of(failure, language), language));
        }
    }

    private SignaturesView.SigningRefusal refusal(DomainException why, Language language) {
        try {
            return json.readValue(problems.document(why, language), SignaturesView.SigningRefusal.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

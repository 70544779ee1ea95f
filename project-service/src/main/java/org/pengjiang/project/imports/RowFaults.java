package org.pengjiang.project.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Problems;

/** Keeps what is wrong with a row in the words of the catalogue, so that it reads the same as any other refusal. */
@ApplicationScoped
class RowFaults {
    private final Problems problems;
    private final ObjectMapper json;

    RowFaults(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    String written(List<Fault> faults) {
        JsonNode english = errors(faults, Language.ENGLISH);
        JsonNode chinese = errors(faults, Language.CHINESE);
        List<RowFault> written = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            written.add(new RowFault(
                    faults.get(i).pointer().substring(1).replace("~1", "/").replace("~0", "~"),
                    faults.get(i).code().name(),
                    english.path(i).path("detail").asText(),
                    chinese.path(i).path("detail").asText()));
        }
        try {
            return json.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<RowFault> read(String written) {
        try {
            return json.readValue(written, new TypeReference<List<RowFault>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode errors(List<Fault> faults, Language language) {
        try {
            return json.readTree(
                            problems.document(new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults), language))
                    .path("errors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.pengjiang.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/**
 * A partial change (RFC 7396), {@code application/merge-patch+json}. The record it is applied to holds the descriptive
 * fields and nothing else: that is the list of what may be changed.
 *
 * <pre>{@code Description next = patch.onto(note.description());}</pre>
 */
public final class MergePatch {
    /** For {@code @Consumes}. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectNode changes;
    private final JsonBody body;
    private final ObjectMapper json;
    private final Language language;

    MergePatch(ObjectNode changes, JsonBody body, ObjectMapper json, Language language) {
        this.changes = changes;
        this.body = body;
        this.json = json;
        this.language = language;
    }

    /**
     * The values after the change, validated. A member of null removes; a nested object is merged; a list is replaced. What
     * the patch does not name stays as it is stored, to the letter.
     *
     * @throws DomainException BODY_INVALID with every unknown name, wrong type and violated constraint at once
     */
    public <T extends Record> T onto(T current) {
        ObjectNode merged = json.valueToTree(current);
        merge(merged, changes);
        try {
            Object next = Objects.requireNonNull(body.readMerged(
                    json.writeValueAsString(merged), changes, json.constructType(current.getClass()), language));
            List<Fault> faults = new ArrayList<>(body.violations(next, language));
            if (!faults.isEmpty()) {
                faults.removeAll(untouched(current));
            }
            if (!faults.isEmpty()) {
                throw new DomainException(KitProblem.BODY_INVALID, faults);
            }
            @SuppressWarnings("unchecked")
            T typed = (T) next;
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was stored before a rule came does not hinder a change of something else. */
    private List<Fault> untouched(Object current) {
        return body.violations(current, language).stream()
                .filter(fault -> changes.at(fault.pointer()).isMissingNode())
                .toList();
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            String name = change.getKey();
            JsonNode value = change.getValue();
            if (value instanceof ObjectNode inner && target.get(name) instanceof ObjectNode existing) {
                merge(existing, inner);
            } else if (value instanceof ObjectNode inner) {
                ObjectNode fresh = target.putObject(name);
                merge(fresh, inner);
            } else {
                // an unknown name must stay visible to the reader even when its value is null
                target.set(name, value);
            }
        });
    }
}

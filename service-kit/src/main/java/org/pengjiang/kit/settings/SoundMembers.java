package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.pengjiang.kit.problem.Fault;

/** The members of a value as far as their form is right: a rule between members judges those alone. */
public final class SoundMembers {
    private final JsonNode value;
    private final List<Fault> faults;

    SoundMembers(JsonNode value, List<Fault> faults) {
        this.value = value;
        this.faults = faults;
    }

    public Optional<BigDecimal> decimal(String name) {
        return isSound(name) ? Optional.of(new BigDecimal(value.path(name).textValue())) : Optional.empty();
    }

    /** The whole numbers of a list; empty when one of them is faulty. How many there are is not judged here. */
    public Optional<List<Integer>> wholes(String name) {
        JsonNode list = value.path(name);
        boolean sound =
                list.isArray() && faults.stream().noneMatch(it -> it.pointer().startsWith(pointer(name) + "/"));
        return sound
                ? Optional.of(StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::intValue)
                        .toList())
                : Optional.empty();
    }

    /** The whole numbers under every name; empty when anything is faulty. */
    public Optional<Collection<Integer>> wholes() {
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        value.forEach(number -> numbers.add(number.intValue()));
        return Optional.of(numbers);
    }

    /** Where the whole value stands in the request. */
    public String pointer() {
        return SettingDefinition.POINTER;
    }

    public String pointer(String name) {
        return ValueSchema.below(pointer(), name);
    }

    private boolean isSound(String name) {
        return value.has(name)
                && faults.stream().noneMatch(fault -> fault.pointer().equals(pointer(name)));
    }
}

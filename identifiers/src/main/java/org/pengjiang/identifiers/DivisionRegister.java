package org.pengjiang.identifiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The divisions that are known by name, retired ones included: other systems still send those, so they are answered with
 * their successor and never refused. Immutable; what {@link #shipped()} holds is a district and its surroundings, and an
 * administrator's upload widens it. A code outside the register is a code all the same, checked by its shape only.
 */
public final class DivisionRegister {

    private final NavigableMap<DivisionCode, Division> divisions;

    private DivisionRegister(NavigableMap<DivisionCode, Division> divisions) {
        this.divisions = Collections.unmodifiableNavigableMap(divisions);
    }

    /** The register that comes with the product. */
    public static DivisionRegister shipped() {
        return Shipped.REGISTER;
    }

    /**
     * @throws InvalidIdentifier {@code DIVISION_REGISTER_DUPLICATE}, or {@code DIVISION_REGISTER_MERGE} when a successor is
     *     unknown, has no {@code validTo} before it, or leads in a circle
     */
    public static DivisionRegister of(Collection<Division> entries) {
        NavigableMap<DivisionCode, Division> divisions = new TreeMap<>();
        for (Division entry : entries) {
            if (divisions.put(entry.code(), entry) != null) {
                throw new InvalidIdentifier(
                        "DIVISION_REGISTER_DUPLICATE",
                        "Division " + entry.code() + " stands twice in the register.",
                        "行政区划" + entry.code() + "在表中重复。");
            }
        }
        DivisionRegister register = new DivisionRegister(divisions);
        entries.forEach(register::requireSuccessor);
        return register;
    }

    /** This register with entries added, or replaced where the code is the same. */
    public DivisionRegister with(Collection<Division> entries) {
        NavigableMap<DivisionCode, Division> wider = new TreeMap<>(divisions);
        of(withoutSuccessors(entries));
        entries.forEach(entry -> wider.put(entry.code(), entry));
        return of(wider.values());
    }

    /** Only to look for duplicates: a successor may stand in the register that is being widened. */
    private static List<Division> withoutSuccessors(Collection<Division> entries) {
        return entries.stream()
                .map(it -> new Division(it.code(), it.nameZh(), it.nameEn(), it.validTo(), null, it.assumption()))
                .toList();
    }

    private void requireSuccessor(Division entry) {
        Set<DivisionCode> passed = new HashSet<>();
        Division at = entry;
        while (at.mergedInto() != null) {
            Division next = divisions.get(at.mergedInto());
            if (next == null || at.validTo() == null || !passed.add(at.code())) {
                throw new InvalidIdentifier(
                        "DIVISION_REGISTER_MERGE",
                        "Division " + entry.code() + " needs an end date and a successor that is in the register.",
                        "行政区划" + entry.code() + "须有停用日期，且其并入的区划须在表中。");
            }
            at = next;
        }
    }

    public Optional<Division> find(DivisionCode code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /** {@link CheckLevel#REGISTER} for a known code, retired or not; otherwise {@link CheckLevel#FORMAT}. */
    public CheckLevel checkLevel(DivisionCode code) {
        return divisions.containsKey(code) ? CheckLevel.REGISTER : CheckLevel.FORMAT;
    }

    /** The code itself or the closest division above it that is known. */
    public Optional<Division> closestKnown(DivisionCode code) {
        Optional<DivisionCode> at = Optional.of(code);
        while (at.isPresent() && !divisions.containsKey(at.get())) {
            at = at.get().parent();
        }
        return at.map(divisions::get);
    }

    /** Where the area of a code belongs on that day: the end of its mergers, the code itself while it is in force. */
    public DivisionCode currentCode(DivisionCode code, LocalDate day) {
        DivisionCode at = code;
        Division entry = divisions.get(at);
        while (entry != null && entry.mergedInto() != null && entry.isRetiredOn(day)) {
            at = entry.mergedInto();
            entry = divisions.get(at);
        }
        return at;
    }

    /** Every known division, in the order of the codes. */
    public List<Division> all() {
        return List.copyOf(divisions.values());
    }

    /** The known divisions inside that one and in force on that day, itself excluded, in the order of the codes. */
    public List<Division> inside(DivisionCode outer, LocalDate day) {
        return divisions.tailMap(outer, false).values().stream()
                .takeWhile(it -> outer.contains(it.code()))
                .filter(it -> !it.isRetiredOn(day))
                .toList();
    }

    /**
     * Reads a code without throwing, with the warnings {@code DIVISION_UNKNOWN} and {@code DIVISION_RETIRED} (on that day).
     */
    public Checked<DivisionCode> check(@Nullable String raw, LocalDate day) {
        return Checked.of(() -> DivisionCode.parse(raw), code -> warnings(code, day));
    }

    private List<Finding> warnings(DivisionCode code, LocalDate day) {
        List<Finding> warnings = new ArrayList<>();
        Division entry = divisions.get(code);
        if (entry == null) {
            warnings.add(new Finding(
                    "DIVISION_UNKNOWN",
                    "The division is not in the loaded register; only its shape was checked.",
                    "该行政区划不在已载入的区划表中，仅校验了格式。"));
        } else if (entry.isRetiredOn(day)) {
            warnings.add(new Finding(
                    "DIVISION_RETIRED",
                    "The division was retired; its area belongs to " + currentCode(code, day) + " now.",
                    "该行政区划已停用，现属" + currentCode(code, day) + "。"));
        }
        return warnings;
    }

    /** Loaded at first use, once. */
    private static final class Shipped {
        private static final DivisionRegister REGISTER = of(ShippedTables.divisions());
    }
}

package org.pengjiang.project.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.project.events.FactChange;

/** What a revision writes into the history of a project. */
class FactDifferencesTest {
    private static final UUID INVESTOR = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10");
    private static final int ENOUGH = 2_000;
    private static final long MOST_BYTES = 30_000;

    @Test
    void eachFactIsNamedByItsPlaceAndTheContactIsNobodysHistory() {
        // Given
        ProjectFacts before = facts("范例产业园", "12.50", "范例甲");
        ProjectFacts after = facts("范例产业园二期", "13.50", "范例乙");
        // When
        List<FactChange> changes = FactDifferences.between(before, after);
        // Then
        assertEquals(
                List.of(
                        new FactChange("money.foreignAmount", "12.5", "13.5"),
                        new FactChange("name", "范例产业园", "范例产业园二期")),
                changes);
    }

    @Test
    void theSameNumberWithMoreZerosIsNoChange() {
        assertEquals(List.of(), FactDifferences.between(facts("范例", "12.5", "范例甲"), facts(" 范例 ", "12.500", "范例甲")));
    }

    @Test
    void comparingTakesLittleMemory() {
        // Given
        ProjectFacts before = facts("范例产业园", "12.50", "范例甲");
        ProjectFacts after = facts("范例产业园二期", "12.50", "范例甲");
        compareOften(before, after);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // When
        long began = threads.getCurrentThreadAllocatedBytes();
        compareOften(before, after);
        long bytes = (threads.getCurrentThreadAllocatedBytes() - began) / ENOUGH;
        // Then
        System.out.println("allocated by a comparison of facts: " + bytes + " bytes");
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    private static void compareOften(ProjectFacts before, ProjectFacts after) {
        for (int i = 0; i < ENOUGH; i++) {
            assertEquals(1, FactDifferences.between(before, after).size());
        }
    }

    private static ProjectFacts facts(String name, String foreignAmount, String contact) {
        return new ProjectFacts(
                name,
                ProjectKind.NEW,
                DivisionCode.parse("440703101"),
                null,
                null,
                false,
                Confidentiality.INTERNAL,
                List.of(new ProjectInvestor(INVESTOR, null, true)),
                Origin.UNKNOWN,
                new Industry("SMART_APPLIANCE", ChainRole.FILL, "C3851", null),
                new PlannedMoney(
                        Yuan.parse("120000000.00"),
                        null,
                        null,
                        null,
                        "USD",
                        new BigDecimal(foreignAmount),
                        new BigDecimal("7.1"),
                        LocalDate.of(2026, 11, 1)),
                Output.UNKNOWN,
                Land.UNKNOWN,
                Plan.UNKNOWN,
                List.of(),
                List.of(),
                new Contact(contact, PhoneNumber.parse("13812341234"), null));
    }
}

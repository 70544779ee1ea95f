package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;

/** Every way in Java to learn the time that passes by the injected clock. */
final class OwnTime {
    private static final Set<String> MACHINE_TIME = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.util.Calendar.getInstance",
            "java.time.InstantSource.system",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes");

    private OwnTime() {}

    static ArchCondition<JavaClass> askTheMachine() {
        return new ArchCondition<>("ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> call : type.getCodeUnitAccessesFromSelf()) {
                    if (isMachineTime(call.getTarget())) {
                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isMachineTime(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean nowWithoutClock = name.equals("now")
                && owner.startsWith("java.time.")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
        boolean newDate = (owner.equals("java.util.Date") || owner.equals("java.util.GregorianCalendar"))
                && name.equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return nowWithoutClock || newDate || MACHINE_TIME.contains(owner + "." + name);
    }
}

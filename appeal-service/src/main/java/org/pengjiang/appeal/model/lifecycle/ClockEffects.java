package org.pengjiang.appeal.model.lifecycle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a state does to each clock: what is not named stops, so that no clock outlives the state that it belongs to. */
public final class ClockEffects {
    private final Map<ClockType, ClockEffect> effects;

    private ClockEffects(Map<ClockType, ClockEffect> effects) {
        this.effects = effects;
    }

    static ClockEffects none() {
        return new ClockEffects(new EnumMap<>(ClockType.class));
    }

    /** @param reply for both clocks of the reply; a correction goes along with them from its assignment on */
    static ClockEffects promises(ClockEffect contact, ClockEffect reply) {
        return none().and(ClockType.CONTACT, contact)
                .and(ClockType.RESOLVE, reply)
                .and(ClockType.LIMIT, reply)
                .and(ClockType.CORRECTION, reply == ClockEffect.START ? ClockEffect.STOP : reply);
    }

    static ClockEffects promisesRun() {
        return promises(ClockEffect.RUN, ClockEffect.RUN);
    }

    ClockEffects and(ClockType type, ClockEffect effect) {
        Map<ClockType, ClockEffect> more = new EnumMap<>(effects);
        more.put(type, effect);
        return new ClockEffects(more);
    }

    /** The clock by which a unit is measured does as that of the enterprise, but begins with an assignment. */
    public ClockEffect on(ClockType type) {
        ClockEffect said = effects.get(type);
        if (said != null) {
            return said;
        }
        return type.asLongAs()
                .map(this::on)
                .filter(effect -> effect != ClockEffect.START)
                .orElse(ClockEffect.STOP);
    }

    /** The clocks with this effect, in their order. */
    public Set<ClockType> with(ClockEffect effect) {
        Set<ClockType> types = EnumSet.noneOf(ClockType.class);
        effects.forEach((type, its) -> {
            if (its == effect) {
                types.add(type);
            }
        });
        return types;
    }

    /** Whether a clock of this type that has begun before goes on here, running or paused. */
    boolean goesOn(ClockType type) {
        return on(type) == ClockEffect.RUN || on(type) == ClockEffect.PAUSE;
    }

    /** Whether a clock of this type may wait here. */
    public boolean keeps(ClockType type) {
        return switch (on(type)) {
            case START, AWAIT, RUN, PAUSE -> true;
            case ANSWER, STOP -> false;
        };
    }
}

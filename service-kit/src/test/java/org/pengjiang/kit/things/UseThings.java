package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.crypto.rotation.SealedColumn;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.things.ThingEvent.Counted;
import org.pengjiang.kit.things.ThingEvent.Erased;
import org.pengjiang.kit.things.ThingEvent.Made;
import org.pengjiang.kit.things.ThingEvent.Noted;

@ApplicationScoped
public class UseThings {
    public static final DivisionCode DISTRICT = DivisionCode.parse("440703");

    private final Things things;
    private final EventLog log;
    private final Encryptor encryptor;
    private final DataKeys keys;

    UseThings(Things things, EventLog log, Encryptor encryptor, DataKeys keys) {
        this.keys = keys;
        this.encryptor = encryptor;
        this.things = things;
        this.log = log;
    }

    @Transactional
    public UUID make(DivisionCode division, String name) {
        Thing thing = new Thing(division, name);
        log.append(thing, new Made(name));
        things.add(thing);
        return thing.id();
    }

    @Transactional
    public void makeAndForget(UUID[] made) {
        Thing thing = new Thing(DISTRICT, "forgotten");
        made[0] = thing.id();
        log.append(thing, new Made("forgotten"));
    }

    @Transactional
    public void count(UUID id, long by) {
        Thing thing = things.forChange(DivisionScope.of(DivisionCode.parse("44")), id);
        log.append(thing, new Counted(by, thing.count(by)));
    }

    @Transactional
    public void note(UUID id, String text, Map<String, ?> privately) {
        log.append(things.forChange(DivisionScope.of(DISTRICT), id), new Noted(text), privately);
    }

    /** With the event that a service writes. */
    @Transactional
    public List<UUID> erase(UUID id, String reason) {
        Thing thing = things.forChange(DivisionScope.of(DISTRICT), id);
        List<UUID> destroyed =
                keys.erase(DataKeys.owner("thing", id), "someone", reason).dataKeys();
        log.append(thing, new Erased(destroyed, reason));
        return destroyed;
    }

    @Transactional
    public void append(UUID id, ThingEvent event) {
        log.append(things.forChange(DivisionScope.of(DISTRICT), id), event);
    }

    @Transactional
    public void appendRestricted(List<String> parties, UUID id, ThingEvent event) {
        log.appendRestricted(parties, things.forChange(DivisionScope.of(DISTRICT), id), event);
    }

    @Transactional
    public void appendWithoutParty(UUID id, ThingEvent event) {
        log.appendWithoutParty(things.forChange(DivisionScope.of(DISTRICT), id), event);
    }

    @Transactional
    public void appendFor(List<String> parties, UUID id, ThingEvent event) {
        log.appendFor(parties, things.forChange(DivisionScope.of(DISTRICT), id), event);
    }

    /** As a service keeps a contact: sealed with the keys that this replica has. */
    @Transactional
    public void keep(UUID id, String secret) {
        things.forChange(DivisionScope.of(DISTRICT), id)
                .keep(encryptor.seal(secret.getBytes(StandardCharsets.UTF_8), secretContext(id)));
    }

    public static byte[] secretContext(UUID id) {
        return ("thing/" + id + "/secret").getBytes(StandardCharsets.UTF_8);
    }

    @Produces
    @Singleton
    SealedColumn secrets() {
        return SealedColumn.of("thing", "secret_sealed", UseThings::secretContext);
    }

    @Transactional
    public void countAndFail(UUID id) {
        count(id, 1);
        throw new IllegalStateException("after the append");
    }
}

package org.pengjiang.kit.notices;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Sends what is queued. Any number of replicas share the queue: a letter is claimed before and settled after it was handed
 * over, each in a transaction of its own, and no lock is held in between.
 */
@Startup
@ApplicationScoped
class SendNotices implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(SendNotices.class);

    private final NoticeConfig config;
    private final NoticeStore store;
    private final NoticeAddressBook addresses;
    private final WorkingHours hours;
    private final NoticeMetrics metrics;
    private final Clock clock;
    private final Channel channel;
    private final RareStacks stacks = new RareStacks();

    SendNotices(
            NoticeConfig config,
            NoticeStore store,
            NoticeAddressBook addresses,
            WorkingHours hours,
            NoticeMetrics metrics,
            Clock clock) {
        this.config = config;
        this.store = store;
        this.addresses = addresses;
        this.hours = hours;
        this.metrics = metrics;
        this.clock = clock;
        // made at the start, so that a missing setting stops the service and not the first letter
        this.channel = channel(config);
    }

    static Channel channel(NoticeConfig config) {
        NoticeConfig.ChannelName name = config.channel()
                .orElseThrow(() -> new IllegalStateException("suite.notices.channel (SUITE_NOTICES_CHANNEL) is not set."
                        + " Set it to SMTP, to OFF (no letter is sent, and the record says so) or to LOG (letters only"
                        + " stand in the service's log)."));
        return switch (name) {
            case LOG -> new LogChannel();
            case SMTP -> new SmtpChannel(config.smtp());
            case OFF -> new OffChannel();
        };
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Period period() {
        return config.sendEvery();
    }

    @Override
    public void round() {
        if (!config.enabled()) {
            return;
        }
        metrics.waiting(store.waiting());
        while (SupervisedLoop.goesOn() && send() == config.batch()) {
            // as long as there is a whole batch
        }
    }

    /** @return how many were claimed */
    int send() {
        long begin = System.nanoTime();
        List<PendingNotice> claimed = store.claim(config.batch(), config.lease(), hours.now());
        try (Channel.Dispatch dispatch = channel.open()) {
            for (int i = 0; i < claimed.size(); i++) {
                // this sender stops, was frozen or is slow: another one may have claimed the remaining letters by now
                if (!SupervisedLoop.goesOn()
                        || System.nanoTime() - begin > config.lease().toNanos() / 2) {
                    release(claimed.subList(i, claimed.size()), Duration.ZERO);
                    return 0;
                }
                if (!attempt(claimed.get(i), dispatch)) {
                    release(
                            claimed.subList(i + 1, claimed.size()),
                            config.pauses().getFirst());
                    return 0;
                }
            }
        }
        return claimed.size();
    }

    private void release(List<PendingNotice> claimed, Duration pause) {
        for (PendingNotice notice : claimed) {
            store.release(notice, pause);
        }
    }

    /** A letter that breaks the sender must not hold back all others. */
    private boolean attempt(PendingNotice notice, Channel.Dispatch dispatch) {
        try {
            return deliver(notice, dispatch);
        } catch (RuntimeException e) {
            LOG.errorf(stacks.due(e), "notice %s cannot be sent: %s", notice.id(), DatabaseFailure.describe(e));
            postpone(notice, "INTERNAL");
            return true;
        }
    }

    /** @return false when the server cannot be reached, so that the others need not be tried now */
    private boolean deliver(PendingNotice notice, Channel.Dispatch dispatch) {
        if (notice.attempts() > config.pauses().size() + 1) {
            settle(notice, NoticeState.FAILED, "GIVEN_UP");
            return true;
        }
        if (notice.overtaken()) {
            settle(notice, NoticeState.SKIPPED, "TASK_DONE");
            return true;
        }
        Optional<NoticeAddressBook.Entry> entry = addresses.of(notice.recipient(), notice.division());
        if (entry.isEmpty() && channel.needsAddress()) {
            settle(notice, NoticeState.SKIPPED, "NO_ADDRESS");
            return true;
        }
        return note(notice, dispatch.send(mail(notice, entry)));
    }

    private RenderedNotice mail(PendingNotice notice, Optional<NoticeAddressBook.Entry> entry) {
        NoticeTexts texts =
                new NoticeTexts(entry.map(NoticeAddressBook.Entry::language).orElse(Language.CHINESE));
        return new RenderedNotice(
                notice.id(),
                notice.recipient().kind() + " " + notice.recipient().name(),
                entry.map(NoticeAddressBook.Entry::address).orElse(null),
                texts.subject(notice),
                texts.body(notice, config.linkBase().orElse(""), clock.getZone()),
                texts.tag(),
                hours.now());
    }

    private boolean note(PendingNotice notice, Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent() -> settle(notice, NoticeState.SENT, null);
            case Delivery.Skipped(String why) -> settle(notice, NoticeState.SKIPPED, why);
            case Delivery.Refused(String why) -> settle(notice, NoticeState.FAILED, why);
            case Delivery.Postponed(String why) -> postpone(notice, why);
            case Delivery.Unreachable(String why) -> postpone(notice, why);
        }
        return !(delivery instanceof Delivery.Unreachable);
    }

    private void postpone(PendingNotice notice, String why) {
        if (notice.attempts() > config.pauses().size()) {
            settle(notice, NoticeState.FAILED, why);
            return;
        }
        Duration pause = config.pauses().get(notice.attempts() - 1);
        Instant next = hours.now().plus(pause);
        Instant open = hours.heldUntil(notice.division(), notice.urgent(), next);
        // inside working time only the pause counts, which runs by the database's clock
        Instant heldUntil = open.equals(next) ? hours.now() : open;
        if (store.postpone(notice, why, channelName(), pause, heldUntil)) {
            metrics.count(channelName(), NoticeState.FAILED, why);
            LOG.debugf("notice %s was not taken, attempt %d: %s", notice.id(), notice.attempts(), why);
        }
    }

    private void settle(PendingNotice notice, NoticeState state, @Nullable String why) {
        if (store.settle(notice, state, why, channelName(), hours.now())) {
            metrics.count(channelName(), state, why);
            if (state == NoticeState.FAILED) {
                metrics.givenUp();
                LOG.warnf("notice %s is given up after %d attempts: %s", notice.id(), notice.attempts(), why);
            }
        }
    }

    private String channelName() {
        return channel.name();
    }
}

package org.pengjiang.kit.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start when forwarded addresses are believed whoever names them: every caller could pass for any other. */
@ApplicationScoped
class ForwardingCheck {
    private final boolean isOn;
    private final Optional<List<String>> trusted;

    ForwardingCheck(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean isOn,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        this.isOn = isOn;
        this.trusted = trusted;
    }

    void check(@Observes StartupEvent start) {
        if (isOn && trusted.isEmpty()) {
            throw new IllegalStateException(
                    "SUITE_PROXY_FORWARDING needs SUITE_TRUSTED_PROXIES: the addresses or networks of the proxies");
        }
    }
}

package org.pengjiang.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the whole of a body may take, whatever comes in between. */
@ApplicationScoped
class BodyDeadline {
    private final Duration body;
    private final Duration upload;

    BodyDeadline(
            @ConfigProperty(name = "suite.body.deadline") Duration body,
            @ConfigProperty(name = "suite.body.upload-deadline") Duration upload) {
        this.body = body;
        this.upload = upload;
    }

    Duration ofBody() {
        return body;
    }

    Duration ofUpload() {
        return upload;
    }
}

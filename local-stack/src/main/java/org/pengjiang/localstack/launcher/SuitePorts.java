package org.pengjiang.localstack.launcher;

import java.util.List;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Ports;

/**
 * Every port of the suite, moved by one offset where another program wants the usual ones.
 *
 * @param offset 0 for the usual ports
 */
record SuitePorts(int offset) {

    private static final int MANAGEMENT = 10_000;
    private static final int NEXT_REPLICA = 100;
    private static final int HIGHEST_OFFSET = 40_000;

    SuitePorts {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new StackFailure("The port offset " + offset + " is outside 0 to " + HIGHEST_OFFSET + ".");
        }
    }

    int postgres() {
        return 15_432 + offset;
    }

    int kafka() {
        return 19_092 + offset;
    }

    int kafkaController() {
        return 19_093 + offset;
    }

    int issuer() {
        return 8_090 + offset;
    }

    int http(ServiceModule service, int replica) {
        return service.port() + replica * NEXT_REPLICA + offset;
    }

    int management(ServiceModule service, int replica) {
        return http(service, replica) + MANAGEMENT;
    }

    /** @param issuerName who will listen on the issuer's port */
    void requireAllFree(List<ServiceModule> services, int replicas, String issuerName) {
        Ports.requireFree(issuer(), issuerName);
        Ports.requireFree(kafka(), "Kafka");
        Ports.requireFree(kafkaController(), "Kafka's controller");
        Ports.requireFree(postgres(), "PostgreSQL");
        for (ServiceModule service : services) {
            for (int replica = 0; replica < replicas; replica++) {
                Ports.requireFree(http(service, replica), service.module());
                Ports.requireFree(management(service, replica), "the management of " + service.module());
            }
        }
    }
}

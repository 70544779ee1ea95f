package org.pengjiang.localstack.launcher;

import org.pengjiang.localstack.StackFailure;

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
}

package org.pengjiang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers without an account are counted by the network that they come from. */
class CountedByNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "::ffff:198.51.100.7, 198.51.100.7",
        "::1, 0000000000000000/64",
        "a-name-that-a-proxy-sent, a-name-that-a-proxy-sent"
    })
    void anAddressBelongsToOne(String address, String network) {
        assertEquals(network, Client.network(SocketAddress.inetSocketAddress(443, address)));
    }
}

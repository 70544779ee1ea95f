package org.pengjiang.kit.load;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The client that a request is counted for: the account of its token, or the network that it comes from. */
final class Client {
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV4_WITHIN_IPV6 = 12;

    private Client() {}

    static String of(RoutingContext request) {
        String account = account(request);
        return account == null ? "address:" + network(request.request().remoteAddress()) : "account:" + account;
    }

    /** The account by the token's {@code sub}, as in the log: a user name can be given to somebody else. */
    private static @Nullable String account(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : null;
    }

    /** An IPv4 address, or the first 64 bits of an IPv6 one: a household has all that lie behind them. */
    static String network(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress() == null ? address.host() : address.hostAddress();
        if (host == null) {
            return "unknown";
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null || bytes.length != IPV6_BYTES) {
            return host;
        }
        return isIpv4(bytes)
                ? NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, IPV4_WITHIN_IPV6, IPV6_BYTES))
                : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES) + "/64";
    }

    /** {@code ::ffff:192.0.2.1} is an IPv4 address. */
    private static boolean isIpv4(byte[] bytes) {
        for (int i = 0; i < IPV4_WITHIN_IPV6 - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[IPV4_WITHIN_IPV6 - 2] == (byte) 0xff && bytes[IPV4_WITHIN_IPV6 - 1] == (byte) 0xff;
    }
}

package org.yiwang.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Network addresses as limits count them. */
public final class Networks {

    private Networks() {}

    /**
     * Whether a request came from the machine itself: its address is a loopback one.
     *
     * @param address a literal address, as the request has it
     */
    public static boolean isThisMachine(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /**
     * What one household shares of an address: all of IPv4, the first half of IPv6, where a household has 2^64 addresses (RFC
     * 6177).
     *
     * @param address a literal address, as the request has it
     */
    public static String household(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (UnknownHostException _) {
            return address;
        }
    }
}

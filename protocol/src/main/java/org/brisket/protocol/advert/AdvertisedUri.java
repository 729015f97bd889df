package org.brisket.protocol.advert;

import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The addresses that a host may advertise (BRC-101): HTTPS and its variants with a host and no
 * path, web sockets, and radio with a place, a frequency and a range.
 */
public final class AdvertisedUri {
    private static final List<String> HOST_ONLY =
            List.of(
                    "https://",
                    "https+bsvauth://",
                    "https+bsvauth+smf://",
                    "https+bsvauth+scrypt-offchain://",
                    "https+rtt://");
    private static final String WEB_SOCKET = "wss://";
    private static final String RADIO = "js8c+bsvauth+smf:";
    private static final int LONGEST = 2_048;
    private static final String FORBIDDEN_IN_HOSTS = " #/:<>?@[\\]^|%\"`{}";

    private AdvertisedUri() {}

    public static boolean isValid(String uri) {
        if (uri.length() > LONGEST) {
            return false;
        }
        if (uri.startsWith(RADIO)) {
            return isRadio(uri.substring(RADIO.length()));
        }
        if (uri.startsWith(WEB_SOCKET)) {
            return isAuthority(authority(uri, WEB_SOCKET.length()));
        }
        return HOST_ONLY.stream()
                .filter(uri::startsWith)
                .anyMatch(scheme -> isHostOnly(uri, scheme.length()));
    }

    private static boolean isHostOnly(String uri, int from) {
        String authority = authority(uri, from);
        String rest = uri.substring(from + authority.length());
        boolean noPath = rest.isEmpty() || rest.startsWith("?") || rest.startsWith("#");
        boolean rootPath = rest.equals("/") || rest.startsWith("/?") || rest.startsWith("/#");
        return (noPath || rootPath) && isAuthority(authority);
    }

    private static String authority(String uri, int from) {
        int end = from;
        while (end < uri.length() && "/?#\\".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return uri.substring(from, end);
    }

    private static boolean isAuthority(String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int bracket = hostAndPort.lastIndexOf(']');
        int colon = hostAndPort.indexOf(':', bracket + 1);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        return isPort(port) && (bracket >= 0 ? isAddressV6(host) : isHost(host));
    }

    private static boolean isPort(String port) {
        return port.length() <= 5
                && port.chars().allMatch(Character::isDigit)
                && (port.isEmpty() || Integer.parseInt(port) <= 0xFFFF);
    }

    private static boolean isAddressV6(String host) {
        String address = host.substring(1, Math.max(1, host.length() - 1));
        return host.startsWith("[")
                && host.endsWith("]")
                && address.contains(":")
                && address.matches("[0-9a-fA-F:.]{2,45}")
                && !address.contains(":::")
                && address.indexOf("::") == address.lastIndexOf("::");
    }

    private static boolean isHost(String host) {
        String ascii;
        try {
            ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
        boolean wellFormed =
                !ascii.isEmpty()
                        && ascii.chars()
                                .allMatch(
                                        c ->
                                                c > 0x20
                                                        && c < 0x7F
                                                        && FORBIDDEN_IN_HOSTS.indexOf(c) < 0);
        return wellFormed && !ascii.equals("localhost") && isNumberOnlyIfAddress(ascii);
    }

    /** A host whose last label is a number has to be four numbers up to 255. */
    private static boolean isNumberOnlyIfAddress(String host) {
        String[] labels = host.split("\\.");
        if (labels.length == 0 || !labels[labels.length - 1].matches("[0-9]+")) {
            return labels.length > 0;
        }
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            if (!label.matches("[0-9]{1,3}") || Integer.parseInt(label) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRadio(String query) {
        if (!query.startsWith("?")) {
            return false;
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : query.substring(1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return isWithin(values.get("lat"), 90)
                && isWithin(values.get("long"), 180)
                && isMeasure(values.get("freq"))
                && isMeasure(values.get("radius"));
    }

    private static boolean isWithin(String degrees, int largest) {
        return degrees != null
                && degrees.matches("[+-]?[0-9]{1,3}(\\.[0-9]{0,20})?")
                && Math.abs(Double.parseDouble(degrees)) <= largest;
    }

    /** A number above zero, whatever unit stands with it. */
    private static boolean isMeasure(String text) {
        if (text == null) {
            return false;
        }
        int digit = 0;
        while (digit < text.length() && (text.charAt(digit) < '0' || text.charAt(digit) > '9')) {
            digit++;
        }
        int end = digit;
        while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(digit, end).chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}

package meanwhile.target;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads base addresses: the doors of the target, and other hosts by name. */
final class AddressReader {
    private static final int LAST_PORT = 65_535;
    private static final List<String> SCHEMES = List.of("http", "https");
    private static final String ADDRESSES = "http://… and https://…";

    private final Set<String> secrets;

    /**
     * @param secrets the names that headers may use
     */
    AddressReader(Set<String> secrets) {
        this.secrets = new TreeSet<>(secrets);
    }

    Map<String, Profile.Address> read(@Nullable Entry entry) {
        Map<String, Profile.Address> addresses = new HashMap<>();
        if (entry != null) {
            entry.fields().forEach((name, address) -> addresses.put(name, address(name, address)));
        }
        return addresses;
    }

    private Profile.Address address(String name, Entry entry) {
        if (!Entry.isName(name)) {
            throw entry.fault(
                    "“%s” cannot name an address; use small letters and dashes"
                            .formatted(Entry.shown(name)));
        }
        if (!entry.isMapping()) {
            return new Profile.Address(url(entry), Map.of());
        }
        Entry headers = entry.fields(List.of("url", "headers")).get("headers");
        return new Profile.Address(
                url(entry.required("url")), headers == null ? Map.of() : headers(headers, secrets));
    }

    /** Headers whose texts may use these names. */
    static Map<String, String> headers(Entry headers, Set<String> names) {
        for (Entry entry : headers.fields().values()) {
            for (String name : Template.names(entry.text())) {
                if (!names.contains(name)) {
                    throw entry.fault(
                            "unknown placeholder {%s}; known here are %s"
                                    .formatted(name, String.join(", ", names)));
                }
            }
        }
        return headers.texts();
    }

    /** A base address. */
    static URI url(Entry entry) {
        String text = entry.text();
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getRawUserInfo() != null) {
                throw entry.fault(
                        "an address contains no login and no password; a session, headers and"
                                + " secrets can carry them");
            }
            if (uri.getPort() > LAST_PORT || uri.getPort() == 0) {
                throw entry.wrong("ports from 1 to %d".formatted(LAST_PORT));
            }
            if (uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw entry.wrong(ADDRESSES);
        }
        throw entry.wrong(ADDRESSES);
    }
}

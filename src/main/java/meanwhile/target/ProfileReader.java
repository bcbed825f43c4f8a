package meanwhile.target;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Capability;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** Validates a profile file and turns it into a profile. */
final class ProfileReader {
    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "title",
                    "doors",
                    "addresses",
                    "accounts",
                    "members",
                    "administrator",
                    "session",
                    "headers",
                    "secrets",
                    "promises",
                    "limits",
                    "capabilities",
                    "rate-headers",
                    "words",
                    "refusals",
                    "operations",
                    "clean-up",
                    "domain",
                    "driver",
                    "settings");

    private final Entry root;
    private final Map<String, Entry> fields;
    private final Secrets secrets;
    private final @Nullable Path folder;

    /**
     * @param folder where the profile is; null if it is in no file
     */
    ProfileReader(Entry root, Secrets secrets, @Nullable Path folder) {
        this.root = root;
        this.fields = new HashMap<>(root.fields(FIELDS));
        this.secrets = secrets;
        this.folder = folder;
        fields.computeIfPresent("domain", (_, domain) -> DomainReader.inItsFile(domain, folder));
    }

    Profile read() {
        String name = root.required("name").text();
        Profile.Access access = access();
        Profile.Extension extension = extension();
        Set<String> keys = access.secrets().keySet();
        Map<String, Binding> operations = operations(keys, extension);
        Profile.Declarations declared = new DomainReader(keys, fields.get("domain"), folder).read();
        if (extension != null && !declared.sinks().isEmpty()) {
            throw root.required("driver").fault("a custom driver hears nothing of “sinks”");
        }
        CleanUp cleanUp = new CleanUpReader(keys, operations).read(fields.get("clean-up"));
        Stream.of(
                        operations.values().stream(),
                        declared.bindings().values().stream(),
                        CleanUp.bindings(cleanUp.said().values()),
                        CleanUp.bindings(declared.cleanUp().values()))
                .flatMap(all -> all)
                .forEach(binding -> requireAddresses(binding, access.addresses().keySet()));
        return new Profile(
                name,
                optional("title", Entry::text, name),
                optional("doors", Entry::items, List.<Entry>of()).stream()
                        .map(AddressReader::url)
                        .toList(),
                access,
                new PromisesReader(fields.get("promises")).read(),
                limits(),
                lacks(access.accounts()),
                new Profile.Dialect(refusals(), rates(), words()),
                operations,
                cleanUp,
                declared,
                extension);
    }

    private static void requireAddresses(Binding binding, Set<String> known) {
        for (Binding.Request request : binding.requests()) {
            if (request.address() != null && !known.contains(request.address())) {
                throw new ProfileException(
                        "%s: “%s:%s” goes to none of the “addresses”; %s"
                                .formatted(
                                        binding.place(),
                                        request.address(),
                                        Entry.shown(request.path()),
                                        known.isEmpty()
                                                ? "there is none"
                                                : "known are "
                                                        + String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private Profile.Access access() {
        List<Profile.Credentials> members =
                optional("members", Entry::items, List.<Entry>of()).stream()
                        .map(secrets::credentials)
                        .toList();
        Entry entry = fields.get("accounts");
        Profile.Accounts accounts =
                entry == null
                        ? members.isEmpty() ? Profile.Accounts.SIGN_UP : Profile.Accounts.LENT
                        : word(entry, Profile.Accounts.values());
        if ((accounts == Profile.Accounts.LENT) == members.isEmpty()) {
            throw (entry == null ? root : entry)
                    .fault("“accounts: lent” and a list of “members” belong together");
        }
        Map<String, Secret> keys = new HashMap<>();
        optional("secrets", Entry::fields, Map.<String, Entry>of())
                .forEach((name, place) -> keys.put(name, secrets.key(place)));
        Entry administrator = fields.get("administrator");
        return new Profile.Access(
                accounts,
                members,
                templates("session", Set.of("token", Names.ME), keys.keySet()),
                templates("headers", Set.of(Names.ME), keys.keySet()),
                keys,
                new AddressReader(keys.keySet()).read(fields.get("addresses")),
                administrator == null ? null : secrets.credentials(administrator));
    }

    private Map<String, String> templates(String field, Set<String> own, Set<String> keys) {
        Set<String> names = new TreeSet<>(own);
        names.addAll(keys);
        Entry headers = fields.get(field);
        return headers == null ? Map.of() : AddressReader.headers(headers, names);
    }

    private Profile.Limits limits() {
        Entry entry = fields.get("limits");
        if (entry == null) {
            return Profile.Limits.NONE;
        }
        Map<String, Entry> limits =
                entry.fields(List.of("members-at-once", "requests-per-second", "page-size"));
        Entry members = limits.get("members-at-once");
        Entry requests = limits.get("requests-per-second");
        Entry page = limits.get("page-size");
        return new Profile.Limits(
                members == null ? Integer.MAX_VALUE : members.number(1, Integer.MAX_VALUE),
                requests == null ? null : requests.number(1, 1_000_000),
                page == null ? Integer.MAX_VALUE : page.number(1, Integer.MAX_VALUE));
    }

    private Set<Capability> lacks(Profile.Accounts accounts) {
        Entry entry = fields.get("capabilities");
        Map<String, Entry> said =
                entry == null ? Map.of() : entry.fields(List.of("votes", "favourites", "pictures"));
        Set<Capability> lacks = new HashSet<>();
        lacks.addAll(repetition(said.get("votes")).lackingVotes());
        lacks.addAll(repetition(said.get("favourites")).lackingFavourites());
        Entry pictures = said.get("pictures");
        if (pictures != null && pictures.oneOf(List.of("processed", "kept")).equals("kept")) {
            lacks.add(Capability.LOOKS_INTO_PICTURES);
        }
        if (accounts == Profile.Accounts.LENT) {
            lacks.add(Capability.FRESH_MEMBERS);
        }
        return lacks;
    }

    private static Repetition repetition(@Nullable Entry entry) {
        return entry == null ? Repetition.ONE_PER_MEMBER : word(entry, Repetition.values());
    }

    private Profile.@Nullable RateHeaders rates() {
        Entry entry = fields.get("rate-headers");
        return entry == null ? null : word(entry, Profile.RateHeaders.values());
    }

    private Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new HashMap<>();
        optional("words", Entry::fields, Map.<String, Entry>of())
                .forEach((fact, entry) -> words.put(fact, entry.texts()));
        return words;
    }

    private List<Profile.RefusalRule> refusals() {
        return optional("refusals", Entry::items, List.<Entry>of()).stream()
                .map(this::rule)
                .toList();
    }

    private Profile.RefusalRule rule(Entry entry) {
        Map<String, Entry> rule =
                entry.fields(List.of("status", "where", "says", "matches", "means"));
        Entry status = rule.get("status");
        Entry where = rule.get("where");
        Entry says = rule.get("says");
        Entry matches = rule.get("matches");
        if (status == null && where == null && matches == null) {
            throw entry.fault("a refusal needs a “status”, a “where” or a “matches”");
        }
        if (where != null && !where.text().matches("(/.*)?")) {
            throw where.wrong("JSON pointers like /error/code");
        }
        if (says != null && where == null) {
            throw says.fault("“says” needs “where”");
        }
        Entry means = entry.required("means");
        List<String> own = DomainReader.refusals(fields.get("domain"));
        boolean isOwn = own.contains(means.text());
        return new Profile.RefusalRule(
                status == null ? null : status.number(100, 599),
                where == null ? null : where.text(),
                says == null ? null : says.text(),
                matches == null ? null : BindingReader.regex(matches, matches.text()),
                isOwn ? Refusal.OTHER : word(means, Refusal.values(), own),
                isOwn ? means.text() : null);
    }

    private Map<String, Binding> operations(
            Set<String> keys, Profile.@Nullable Extension extension) {
        boolean elsewhere = extension != null || fields.containsKey("domain");
        if (elsewhere && !fields.containsKey("operations")) {
            return Map.of();
        }
        Map<String, Binding> operations = new HashMap<>();
        root.required("operations")
                .fields(Names.operations())
                .forEach(
                        (key, entry) ->
                                operations.put(key, BindingReader.operation(key, keys, entry)));
        return operations;
    }

    private Profile.@Nullable Extension extension() {
        Entry driver = fields.get("driver");
        Entry settings = fields.get("settings");
        if (driver == null && settings != null) {
            throw settings.fault("“settings” needs a “driver”");
        }
        return driver == null
                ? null
                : new Profile.Extension(
                        driver.text(), settings == null ? Map.of() : settings.texts());
    }

    private <T> T optional(String field, Function<Entry, T> reading, T fallback) {
        Entry entry = fields.get(field);
        return entry == null ? fallback : reading.apply(entry);
    }

    /** A constant as profiles write it: "never-known". */
    private static <E extends Enum<E>> E word(Entry entry, E[] constants) {
        return word(entry, constants, List.of());
    }

    /**
     * @param besides words that would fit as well, for the message
     */
    private static <E extends Enum<E>> E word(Entry entry, E[] constants, List<String> besides) {
        List<String> words = Arrays.stream(constants).map(ProfileReader::key).toList();
        if (!words.contains(entry.text())) {
            throw entry.wrong(
                    Stream.concat(words.stream(), besides.stream())
                            .collect(Collectors.joining(", ")));
        }
        return constants[words.indexOf(entry.text())];
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

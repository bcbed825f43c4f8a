package meanwhile.suite.open;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.actors.HostLoad;
import meanwhile.driver.Drivers;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.language.Secret;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.Parts;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.RunningGallery;
import meanwhile.reference.defect.Decoy;
import meanwhile.reference.defect.Decoys;
import meanwhile.reference.defect.HollowServers;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.mutation.Mutants;
import meanwhile.reference.mutation.MutatedGallery;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/** An open target: an embedded gallery, or one that runs elsewhere. */
public final class OpenTarget implements AutoCloseable {
    private final Profile profile;
    private final Gallery gallery;
    private final @Nullable RunningGallery embedded;

    private OpenTarget(Profile profile, @Nullable RunningGallery embedded) {
        this.profile = profile;
        this.gallery = Drivers.open(profile);
        this.embedded = embedded;
    }

    /**
     * Describes the target to open.
     *
     * @param name a profile's name or file; one without doors means the embedded gallery
     * @param planted defects, for the embedded gallery only
     * @param permitted whether a target on another machine may be tested
     * @param database the JDBC URL of an empty database for the embedded gallery; null to start one
     */
    public record Request(
            String name, List<String> planted, boolean permitted, @Nullable String database) {
        public Request {
            planted = List.copyOf(planted);
        }
    }

    /**
     * Opens a target and checks that it is reachable.
     *
     * @throws SetUpException if it cannot be used
     */
    public static OpenTarget reachable(Request request) {
        OpenTarget target = open(request);
        try {
            if (target.embedded == null) {
                new ReachabilityCheck(target.profile, target.gallery).requireThere();
            }
            return target;
        } catch (RuntimeException absent) {
            target.close();
            throw absent;
        }
    }

    /**
     * The words that features may use with a target. The built-in features have their own.
     *
     * @param features the folder of the features; null for the built-in ones
     * @throws SetUpException if the profile is broken
     */
    public static Domain domain(String target, @Nullable Path features) {
        return features == null ? Domain.NONE : declared(target);
    }

    /**
     * What a target declares of a domain of its own.
     *
     * @throws SetUpException if the profile is broken
     */
    public static Domain declared(String target) {
        try {
            return new Profiles().find(target).declared().domain();
        } catch (ProfileException broken) {
            throw new SetUpException(String.valueOf(broken.getMessage()));
        }
    }

    /**
     * Opens a target without checking that it is reachable.
     *
     * @throws SetUpException if it cannot be used
     */
    public static OpenTarget open(Request request) {
        try {
            Profile profile = new Profiles().find(request.name());
            if (profile.doors().isEmpty() && profile.extension() == null) {
                if (!profile.name().equals(Profiles.REFERENCE)) {
                    throw new SetUpException(
                            "profile %s has no doors: a list of addresses like [https://…]"
                                    .formatted(request.name()));
                }
                return embed(profile, request);
            }
            if (!request.planted().isEmpty()) {
                throw new SetUpException("--defect: only the embedded gallery has planted defects");
            }
            Permission.require(profile, request.permitted());
            return new OpenTarget(profile, null);
        } catch (ProfileException broken) {
            throw new SetUpException(String.valueOf(broken.getMessage()));
        } catch (GalleryException closed) {
            throw new SetUpException.DoesNotOpen(String.valueOf(closed.getMessage()));
        }
    }

    /** Whether it is an embedded gallery, which is thrown away in the end. */
    public boolean isEmbedded() {
        return embedded != null;
    }

    /**
     * The load of this machine by others; not measured for a gallery that is not embedded, because
     * its processes are not known.
     */
    public HostLoad hostLoad() {
        return embedded == null ? HostLoad.unwatched() : HostLoad.watch(embedded::databasePrograms);
    }

    public Profile profile() {
        return profile;
    }

    public Gallery gallery() {
        return gallery;
    }

    @Override
    public void close() {
        if (gallery instanceof AutoCloseable closeable) {
            close(closeable);
        }
        if (embedded != null) {
            embedded.close();
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception failed) {
            throw new SetUpException("the target could not be closed: " + failed.getMessage());
        }
    }

    /**
     * Starts the reference gallery with these planted: some defects, or one mechanical mutant.
     *
     * @throws SetUpException if one of the names means nothing
     * @throws GalleryException if the gallery does not open
     */
    public static RunningGallery start(GalleryOptions options, List<String> planted) {
        if (planted.stream().noneMatch(OpenTarget::changesProgram)) {
            return ReferenceGallery.start(options, alterations(planted));
        }
        if (planted.size() > 1) {
            throw new SetUpException("--defect: a mechanical mutant can only be planted alone");
        }
        try {
            return MutatedGallery.start(options, planted.getFirst());
        } catch (IllegalArgumentException unknown) {
            throw new SetUpException("--defect: " + unknown.getMessage());
        }
    }

    private static boolean changesProgram(String name) {
        return Mutants.areMeant(name) || name.equals(MutatedGallery.RECORDING);
    }

    /** Returns the alterations of the reference gallery's parts, applied one after another. */
    private static UnaryOperator<Parts> alterations(List<String> defects) {
        UnaryOperator<Parts> all = UnaryOperator.identity();
        for (String name : defects) {
            try {
                UnaryOperator<Parts> before = all;
                UnaryOperator<Parts> plant = plant(name);
                all = parts -> plant.apply(before.apply(parts));
            } catch (IllegalArgumentException unknown) {
                throw new SetUpException("--defect: " + unknown.getMessage());
            }
        }
        return all;
    }

    /** Returns a defect, a decoy or a hollow server by its name. */
    private static UnaryOperator<Parts> plant(String name) {
        for (Decoy decoy : Decoys.all()) {
            if (decoy.name().equals(name)) {
                return decoy.plant();
            }
        }
        if (HollowServers.areMeant(name)) {
            return HollowServers.named(name).plant();
        }
        return PlantedDefects.named(name).plant();
    }

    private static OpenTarget embed(Profile profile, Request request) {
        // A throw-away administrator of a throw-away gallery: the password is needed nowhere else.
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        GalleryOptions options = GalleryOptions.defaults().withAdministrator("mara", password);
        RunningGallery embedded = start(options.withJdbcUrl(request.database()), request.planted());
        Profile.Credentials credentials = new Profile.Credentials("mara", new Secret(password));
        return new OpenTarget(profile.at(embedded.nodes(), credentials), embedded);
    }
}

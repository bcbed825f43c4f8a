package meanwhile.suite;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.driver.Drivers;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.Parts;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.target.Profile;
import meanwhile.target.ProfileException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/** A target that is there and answers: an embedded gallery, or one that runs elsewhere. */
final class OpenTarget implements AutoCloseable {
    private final Profile profile;
    private final Gallery gallery;
    private final @Nullable ReferenceGallery embedded;

    private OpenTarget(Profile profile, @Nullable ReferenceGallery embedded) {
        this.profile = profile;
        this.gallery = Drivers.open(profile);
        this.embedded = embedded;
    }

    /**
     * Opens the target that a run names. A profile without doors stands for the embedded gallery.
     *
     * @throws SetUpException if it cannot be used
     */
    static OpenTarget open(RunOptions options) {
        try {
            Profile profile = new Profiles().find(options.target());
            OpenTarget target =
                    profile.doors().isEmpty()
                            ? embed(profile, options.defects())
                            : new OpenTarget(profile, null);
            try {
                target.requireThere();
            } catch (RuntimeException absent) {
                target.close();
                throw absent;
            }
            return target;
        } catch (ProfileException | GalleryException broken) {
            throw new SetUpException(String.valueOf(broken.getMessage()));
        }
    }

    Profile profile() {
        return profile;
    }

    Gallery gallery() {
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

    /** Alterations of the reference gallery's parts, one after another. */
    static UnaryOperator<Parts> alterations(List<String> defects) {
        UnaryOperator<Parts> all = UnaryOperator.identity();
        for (String name : defects) {
            try {
                UnaryOperator<Parts> before = all;
                UnaryOperator<Parts> plant = PlantedDefects.named(name).plant();
                all = parts -> plant.apply(before.apply(parts));
            } catch (IllegalArgumentException unknown) {
                throw new SetUpException("--defect: " + unknown.getMessage());
            }
        }
        return all;
    }

    private static OpenTarget embed(Profile profile, List<String> defects) {
        // A throw-away administrator of a throw-away gallery: nobody else needs to know the
        // password.
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        GalleryOptions options = GalleryOptions.defaults().withAdministrator("mara", password);
        ReferenceGallery embedded = ReferenceGallery.start(options, alterations(defects));
        Profile.Credentials credentials = new Profile.Credentials("mara", new Secret(password));
        return new OpenTarget(profile.at(embedded.nodes(), credentials), embedded);
    }

    /** Every door answers, and the administrator's credentials are good. */
    private void requireThere() {
        for (int door = 0; door < profile.doors().size(); door++) {
            if (profile.operations().containsKey(Operation.keyOf(Operation.CheckHealth.class))) {
                requireAnswer(door);
            }
        }
        Profile.Credentials administrator = profile.administrator();
        if (administrator != null) {
            Outcome outcome =
                    send(0, new Operation.LogIn(administrator.login(), administrator.password()));
            if (outcome.isRefused(Refusal.NOT_SIGNED_IN) || outcome.isRefused(Refusal.FORBIDDEN)) {
                throw new SetUpException(
                        "target %s does not let the administrator “%s” in: the password is wrong, or nobody has that name"
                                .formatted(profile.name(), administrator.login()));
            }
        }
    }

    private void requireAnswer(int door) {
        Outcome outcome = send(door, new Operation.CheckHealth());
        if (!outcome.isAccepted()) {
            throw new SetUpException(
                    "target %s is not there: %s %s (%s)"
                            .formatted(
                                    profile.name(),
                                    profile.doors().get(door),
                                    outcome.told(),
                                    outcome.detail()));
        }
    }

    private Outcome send(int door, Operation operation) {
        try {
            return gallery.send(new Gallery.Sender(door, null), operation, null).outcome();
        } catch (GateClosed impossible) {
            throw new IllegalStateException("there is no gate here", impossible);
        }
    }
}

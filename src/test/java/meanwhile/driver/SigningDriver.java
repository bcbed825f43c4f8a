package meanwhile.driver;

import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Release;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An example of a driver: it signs comments, which no profile can describe, and delegates
 * everything else to HTTP as the profile describes it.
 */
public final class SigningDriver implements Driver {
    @Override
    public String name() {
        return "signing";
    }

    @Override
    public Gallery open(Profile profile) {
        return new Signing(new HttpGallery(profile), profile);
    }

    private record Signing(HttpGallery http, Profile profile) implements Gallery, AutoCloseable {
        @Override
        public Reply send(Sender sender, Operation operation, @Nullable Release release)
                throws GateClosed {
            return http.send(
                    sender,
                    operation
                                    instanceof
                                    Operation.AddComment(ImageId image, String text, String key)
                            ? new Operation.AddComment(image, text + signature(text), key)
                            : operation,
                    release);
        }

        private String signature(String text) {
            String by = profile.extension() == null ? "" : profile.extension().settings().get("by");
            return " – %s %08x".formatted(by, text.hashCode());
        }

        @Override
        public void close() {
            http.close();
        }
    }
}

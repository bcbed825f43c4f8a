package meanwhile.actors;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;

/**
 * Makes up pictures. No two are alike, so that bytes which end up in the wrong place are noticed;
 * all files have the same name, as those of two cameras do.
 */
public final class Pictures {
    private static final int SIDE = 24;
    private static final int LARGE_SIDE = 900;
    private static final String FILE = "IMG_0001.png";

    /** What kind of file. */
    public enum Kind {
        /** A picture. */
        GOOD,
        /** A picture that takes a gallery a while: many pixels, yet not many bytes. */
        LARGE,
        /** A file that begins like a picture and is damaged further on. */
        DAMAGED
    }

    private final String runName;
    private final long seed;
    private final AtomicInteger made = new AtomicInteger();

    /**
     * Pictures for one run.
     *
     * @param runName part of each title, so that a search finds this run's pictures only
     * @param seed the same seed makes the same pictures
     */
    Pictures(String runName, long seed) {
        this.runName = runName;
        this.seed = seed;
    }

    /** One picture to try an upload with, whose title has this word. */
    public static Operation.UploadImage trial(String word) {
        byte[] bytes = png(SIDE, new Random(word.hashCode()));
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), word);
    }

    Operation.UploadImage upload(String name, Kind kind) {
        int number = made.incrementAndGet();
        int side = kind == Kind.LARGE ? LARGE_SIDE : SIDE;
        byte[] bytes = png(side, new Random(seed * 31 + number));
        if (kind == Kind.DAMAGED) {
            // Behind the header, which still tells a picture's size.
            for (int i = 48; i < bytes.length; i++) {
                bytes[i] = 0;
            }
        }
        String title = name + " " + word(number);
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), title);
    }

    /** The word of a title that no other title has: a search for it finds this picture alone. */
    public static String uniqueWord(String title) {
        return title.substring(title.lastIndexOf(' ') + 1);
    }

    /** One word of letters, so that no search engine takes it apart. */
    private String word(int number) {
        StringBuilder word = new StringBuilder(mark());
        for (int rest = number; rest > 0; rest /= 25) {
            word.append((char) ('a' + rest % 25));
        }
        return word.append('z').toString();
    }

    /** Whether a title is one that this run gave. */
    boolean isOurs(String title) {
        return title.contains(mark());
    }

    private String mark() {
        return "zz" + runName.replaceAll("[^a-z]", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] png(int side, Random random) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int base = random.nextInt();
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                // Noise in a corner is enough to tell pictures apart, and keeps large ones small.
                int noise = x < SIDE && y < SIDE ? random.nextInt(16) : 0;
                image.setRGB(x, y, base + x * 0x050301 + y * 0x010305 + noise);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }
}

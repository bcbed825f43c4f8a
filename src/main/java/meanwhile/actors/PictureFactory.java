package meanwhile.actors;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;

/**
 * Makes up pictures. No two are alike, so that bytes which end up in the wrong place are noticed;
 * all files have the same name, as those of two cameras do.
 */
public final class PictureFactory {
    private static final int SIDE = 24;
    private static final int LARGE_SIDE = 1_400;
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

    /**
     * Pictures for one run.
     *
     * @param runName part of each title, so that a search finds this run's pictures only
     */
    PictureFactory(String runName) {
        this.runName = runName;
    }

    /** One picture to try an upload with, whose title has this word. */
    public static Operation.UploadImage trial(String word) {
        byte[] bytes = png(SIDE, new Random(word.hashCode()));
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), word);
    }

    /**
     * A picture to upload.
     *
     * @param draw what it looks like, and the word of its title: the same draw makes the same
     *     picture
     */
    Operation.UploadImage upload(String name, Kind kind, long draw) {
        int side = kind == Kind.LARGE ? LARGE_SIDE : SIDE;
        byte[] bytes = png(side, new Random(draw));
        if (kind == Kind.DAMAGED) {
            // Behind the header, which still tells a picture's size.
            for (int i = 48; i < bytes.length; i++) {
                bytes[i] = 0;
            }
        }
        String title = name + " " + word(draw);
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), title);
    }

    /** The word of a title that no other title has: a search for it finds this picture alone. */
    public static String uniqueWord(String title) {
        return title.substring(title.lastIndexOf(' ') + 1);
    }

    /** One word of letters, so that no search engine takes it apart. */
    private String word(long draw) {
        StringBuilder word = new StringBuilder(mark());
        for (long rest = draw; rest != 0; rest = Long.divideUnsigned(rest, 25)) {
            word.append((char) ('a' + Long.remainderUnsigned(rest, 25)));
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

    /**
     * Grey bands, which make even a large picture a small file, with noise of its own in a corner.
     */
    private static byte[] png(int side, Random random) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster pixels = image.getRaster();
        for (int y = 0; y < side; y++) {
            int[] row = new int[side];
            Arrays.fill(row, y / SIDE * 5 % 256);
            for (int x = 0; y < SIDE && x < SIDE; x++) {
                row[x] = random.nextInt(256);
            }
            pixels.setPixels(0, y, side, 1, row);
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

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
 * Makes pictures. All are different, so that bytes in the wrong place are noticed; all files have
 * the same name, as those of two cameras do.
 */
public final class PictureFactory {
    private static final int SIDE = 24;
    private static final int LARGE_SIDE = 1_400;
    private static final String FILE = "IMG_0001.png";

    /** The kind of file. */
    public enum Kind {
        /** A valid picture. */
        GOOD,
        /** A picture that takes the gallery a while to process: many pixels, but few bytes. */
        LARGE,
        /** A file that begins like a picture and is damaged further on. */
        DAMAGED
    }

    private final String runName;

    /**
     * Creates pictures for one run.
     *
     * @param runName part of each title, so that a search finds this run's pictures only
     */
    PictureFactory(String runName) {
        this.runName = runName;
    }

    /** Returns one picture for a trial upload, whose title contains this word. */
    public static Operation.UploadImage trial(String word) {
        byte[] bytes = png(SIDE, new Random(word.hashCode()));
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), word);
    }

    /**
     * Returns a picture to upload.
     *
     * @param draw decides the content and the word of the title: the same draw makes the same
     *     picture
     */
    Operation.UploadImage upload(String name, Kind kind, long draw) {
        int side = kind == Kind.LARGE ? LARGE_SIDE : SIDE;
        byte[] bytes = png(side, new Random(draw));
        if (kind == Kind.DAMAGED) {
            // Damages the file after its header, so that its size can still be read.
            for (int i = 48; i < bytes.length; i++) {
                bytes[i] = 0;
            }
        }
        String title = name + " " + word(draw);
        return new Operation.UploadImage(ImageFile.of(FILE, "image/png", bytes), title);
    }

    /** The word that is unique to a title: a search for it finds this picture alone. */
    public static String uniqueWord(String title) {
        return title.substring(title.lastIndexOf(' ') + 1);
    }

    /** One word of letters only, so that no search engine splits it. */
    private String word(long draw) {
        StringBuilder word = new StringBuilder(mark());
        for (long rest = draw; rest != 0; rest = Long.divideUnsigned(rest, 25)) {
            word.append((char) ('a' + Long.remainderUnsigned(rest, 25)));
        }
        return word.append('z').toString();
    }

    /** Whether this run gave the title. */
    boolean isOurs(String title) {
        return title.contains(mark());
    }

    /** How the unique words of this run begin. */
    String mark() {
        return "zz" + runName.replaceAll("[^a-z]", "").toLowerCase(Locale.ROOT);
    }

    /** Grey bands, which keep even a large picture's file small, with random noise in a corner. */
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

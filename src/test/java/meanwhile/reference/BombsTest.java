package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Limits;
import org.junit.jupiter.api.Test;

/** Sends small files that would become enormous once decoded. */
class BombsTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final long MEGABYTE = 1 << 20;

    private final Client ana = Shared.member();

    @Test
    void aTinyFileThatClaimsToBeHugeIsRefusedByItsHeaderAlone() throws Exception {
        byte[] bomb = png(50_000, 50_000, new byte[16], new byte[0]);
        assertThat(bomb.length).isLessThan(200);
        assertThat(allocated(() -> assertThat(Media.bounds(bomb)).isPresent()))
                .isLessThan(MEGABYTE);
        assertRefused(bomb);
    }

    @Test
    void aWholePictureThatPackedWellIsRefusedJustTheSame() throws Exception {
        // 400 million black pixels of one bit each: 50 MB, which compress to almost nothing.
        byte[] bomb = png(20_000, 20_000, new byte[20_000 * (20_000 / 8 + 1)], new byte[0]);
        assertThat(bomb.length).isLessThan((int) MEGABYTE);
        assertThat(allocated(() -> Media.bounds(bomb))).isLessThan(MEGABYTE);
        assertRefused(bomb);
    }

    @Test
    void textThatUnpacksToAnythingIsNotUnpacked() throws Exception {
        byte[] bomb = png(1, 1, new byte[2], new byte[200 << 20]);
        assertThat(bomb.length).isLessThan(Limits.defaults().uploadBytes());
        assertThat(allocated(() -> Media.decode(bomb))).isLessThan(32 * MEGABYTE);
        Client.Reply uploaded = ana.upload(bomb, Map.of());
        assertThat(uploaded.status()).isEqualTo(202);
        assertThat(ana.get("/v1/images/" + ana.settled(uploaded.text("id"))).text("status"))
                .isIn("ready", "failed");
    }

    private void assertRefused(byte[] bomb) {
        Client.Reply refused = ana.upload(bomb, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("40000000 pixels");
        assertThat(ana.get("/v1/me").json().path("images").asInt()).isZero();
    }

    /** The number of bytes that this thread allocated during the work. */
    private static long allocated(Runnable work) {
        Media.bounds(Client.png(1));
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** A black-and-white PNG of these rows, with a compressed text unless that is empty. */
    private static byte[] png(int width, int height, byte[] rows, byte[] text) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(file, "IHDR", header.put((byte) 1).array());
        if (text.length > 0) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
            packed.writeBytes(deflated(text));
            chunk(file, "zTXt", packed.toByteArray());
        }
        chunk(file, "IDAT", deflated(rows));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflating.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        byte[] named =
                ByteBuffer.allocate(4 + content.length)
                        .put(name.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}

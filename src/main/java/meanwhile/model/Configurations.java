package meanwhile.model;

import java.util.Arrays;

/**
 * Holds a set of configurations of the search in {@link Linearizer} in one array. A configuration
 * is a state, the words of a bit set of finished definite events, and those of a bit set of used
 * indefinite ones.
 *
 * <p>A configuration is left out if another with the same state and the same finished events used
 * only indefinite events that it used too: whatever can follow it can follow the other.
 */
final class Configurations {
    private final int width;
    private final int keyed;
    private long[] data;
    private int[] next;
    private int[] hashes;
    private int[] heads;
    private int size;

    /**
     * @param definite the number of words for the finished definite events
     * @param indefinite the number of words for the used indefinite ones
     */
    Configurations(int definite, int indefinite) {
        keyed = 1 + definite;
        width = keyed + indefinite;
        data = new long[16 * width];
        next = new int[16];
        hashes = new int[16];
        heads = new int[32];
        Arrays.fill(heads, -1);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            heads[hashes[i] & (heads.length - 1)] = -1;
        }
        size = 0;
    }

    /**
     * Sets bits of one configuration in place. Nothing may be added to the set afterwards, because
     * the hash positions are not updated.
     */
    void mark(int index, int word, long bits) {
        data[index * width + word] |= bits;
    }

    int state(int index) {
        return (int) data[index * width];
    }

    /** Copies a configuration into a scratch array of the right width. */
    void get(int index, long[] into) {
        System.arraycopy(data, index * width, into, 0, width);
    }

    /** Adds the configuration in the scratch array, unless another makes it redundant. */
    boolean add(long[] from) {
        int hash = hash(from);
        for (int i = heads[hash & (heads.length - 1)]; i >= 0; i = next[i]) {
            if (hashes[i] == hash && makesNeedless(i, from)) {
                return false;
            }
        }
        if (size == next.length) {
            grow();
        }
        System.arraycopy(from, 0, data, size * width, width);
        link(size, hash);
        size++;
        return true;
    }

    private boolean makesNeedless(int index, long[] other) {
        int at = index * width;
        for (int i = 0; i < keyed; i++) {
            if (data[at + i] != other[i]) {
                return false;
            }
        }
        for (int i = keyed; i < width; i++) {
            if ((data[at + i] & ~other[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private int hash(long[] from) {
        long hash = 0;
        for (int i = 0; i < keyed; i++) {
            hash = (hash ^ from[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void link(int index, int hash) {
        int slot = hash & (heads.length - 1);
        hashes[index] = hash;
        next[index] = heads[slot];
        heads[slot] = index;
    }

    private void grow() {
        data = Arrays.copyOf(data, data.length * 2);
        next = Arrays.copyOf(next, next.length * 2);
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        heads = new int[heads.length * 2];
        Arrays.fill(heads, -1);
        for (int i = 0; i < size; i++) {
            link(i, hashes[i]);
        }
    }
}

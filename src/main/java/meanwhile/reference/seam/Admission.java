package meanwhile.reference.seam;

/** Bounds the requests a node has in work, so that the surplus is refused at once. */
public interface Admission {
    /** Takes a place if there is one. */
    boolean enter();

    /** Gives a place back. */
    void leave();
}

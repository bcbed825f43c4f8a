package meanwhile.reference.seam;

/** Limits the requests in progress at a node, so that surplus requests are refused at once. */
public interface Admission {
    /** Takes a place if there is one. */
    boolean enter();

    /** Gives a place back. */
    void leave();
}

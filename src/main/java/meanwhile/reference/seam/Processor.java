package meanwhile.reference.seam;

/** Decodes uploaded files and makes their images ready or failed. */
public interface Processor {
    /** Processes one job; false if there is none to claim. */
    boolean processNext(Transactions transactions);
}

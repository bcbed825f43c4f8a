package meanwhile.reference.seam;

/** Decodes what was uploaded and makes it ready or failed. */
public interface Processor {
    /** Processes one job, if there is one to claim; false when there is none. */
    boolean processNext(Transactions transactions);
}

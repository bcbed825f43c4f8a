package meanwhile.reference.seam;

import java.util.List;

/** Keeps members' collections of images. */
public interface Collections {
    /** Creates an empty one. */
    Collection create(Work work, Caller caller, String name);

    /** Reads one with its entries, in a snapshot; 404. */
    Collection read(Work work, String collectionId);

    /** Places an image that exists, whatever its status; once placed it stays so. */
    void place(Work work, Caller caller, String collectionId, String imageId);

    /** Places an image that this work has just created. */
    void placeNew(Work work, Caller caller, String collectionId, String imageId);

    /** Takes an image out; 404 if it is not in. */
    void take(Work work, Caller caller, String collectionId, String imageId);

    /**
     * A collection.
     *
     * @param id identifier
     * @param name name
     * @param ownerId its member
     * @param count how many entries it says it has
     * @param entries the images, in the order placed
     */
    record Collection(String id, String name, String ownerId, int count, List<String> entries) {}
}

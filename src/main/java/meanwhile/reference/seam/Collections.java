package meanwhile.reference.seam;

import java.util.List;

/** Keeps members' collections of images. */
public interface Collections {
    /** Creates an empty one. */
    Collection create(Work work, Caller caller, String name);

    /** Reads one with its entries, in a snapshot; 404. */
    Collection read(Work work, String collectionId);

    /** Places an image that exists, whatever its status; placing it again changes nothing. */
    void place(Work work, Caller caller, String collectionId, String imageId);

    /** Places an image that this work has just created. */
    void placeNew(Work work, Caller caller, String collectionId, String imageId);

    /** Removes an image from the collection; 404 if it is not in it. */
    void take(Work work, Caller caller, String collectionId, String imageId);

    /**
     * A collection.
     *
     * @param id identifier
     * @param name name
     * @param ownerId its member
     * @param count the stored number of entries
     * @param entries the images, in the order placed
     */
    record Collection(String id, String name, String ownerId, int count, List<String> entries) {}
}

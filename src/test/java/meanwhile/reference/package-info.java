/**
 * Tests of the reference gallery through its HTTP contract.
 *
 * <p>They share one running gallery.
 */
@org.jspecify.annotations.NullMarked
package meanwhile.reference;

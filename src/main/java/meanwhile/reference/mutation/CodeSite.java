package meanwhile.reference.mutation;

/**
 * A place in the gallery's compiled code that an operator changes.
 *
 * @param type the binary name of the class
 * @param method its method
 * @param descriptor of the method
 * @param element the place among the elements of the method's code
 * @param operator what is done there
 * @param name the name of the mutant
 */
public record CodeSite(
        String type,
        String method,
        String descriptor,
        int element,
        Operator operator,
        String name) {}

package meanwhile.reference.mutation;

/**
 * A statement changed in one place.
 *
 * @param operator what was done to it
 * @param what the part that was changed, in its own words
 * @param sql the changed statement
 */
record SqlChange(Operator operator, String what, String sql) {}

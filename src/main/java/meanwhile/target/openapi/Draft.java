package meanwhile.target.openapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a profile will say of a thing or an operation.
 *
 * @param name its name in the profile
 * @param words its fields that are words, as phrase and noun
 * @param request its method and path
 * @param sent what else is sent, by field: query, headers, json, form, multipart
 * @param accepted the statuses that mean acceptance
 * @param answer the facts of its answer
 * @param cleanUp how what comes of it is taken away; null if nothing says that
 * @param open what is not known of it
 * @param asides what else is worth knowing
 */
record Draft(
        String name,
        Map<String, String> words,
        String request,
        Map<String, Object> sent,
        List<Integer> accepted,
        Map<String, String> answer,
        @Nullable CleanUp cleanUp,
        List<String> open,
        List<String> asides) {

    /** How what comes of something is taken away. */
    record CleanUp(String request, List<Integer> accepted) {}
}

package meanwhile.reference.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import meanwhile.reference.seam.RefusedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Pages a list by keys: a cursor is the position of the last item delivered, so additions and
 * removals elsewhere shift nothing.
 *
 * @param limit items per page
 * @param after the position in the cursor, if there is one
 * @param address the request's address without limit and cursor, ending in ? or &
 */
record ListPage(int limit, @Nullable Long after, String address) {
    private static final int DEFAULT = 25;
    private static final int LARGEST = 100;
    private static final String PREFIX = "p";

    /** Reads limit and after; 422 for invalid values. */
    static ListPage of(Context context) {
        Integer largest = context.attribute(Front.LARGEST_PAGE);
        int limit = limit(context.queryParam("limit"));
        return new ListPage(
                largest == null ? limit : Math.min(limit, largest),
                cursor(context),
                address(context));
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? DEFAULT : Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        } catch (NumberFormatException malformed) {
            throw RefusedRequest.invalid("\"limit\" must be a whole number.");
        }
        throw RefusedRequest.invalid("\"limit\" must be 1 to " + LARGEST + ".");
    }

    private static @Nullable Long cursor(Context context) {
        String text = context.queryParam("after");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            if (plain.startsWith(PREFIX)) {
                return Long.valueOf(plain.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException malformed) {
            throw RefusedRequest.invalid("\"after\" is not a cursor of ours.");
        }
        throw RefusedRequest.invalid("\"after\" is not a cursor of ours.");
    }

    private static String address(Context context) {
        List<String> parameters = new ArrayList<>();
        context.queryParamMap()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("limit") && !name.equals("after")) {
                                values.forEach(v -> parameters.add(coded(name) + "=" + coded(v)));
                            }
                        });
        return context.url()
                + "?"
                + (parameters.isEmpty() ? "" : String.join("&", parameters) + "&");
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The number of items to ask for: one more than the page holds, to know whether there is a next
     * page.
     */
    int reach() {
        return limit + 1;
    }

    /** The page, made from up to {@link #reach} items. */
    <T> HttpAnswer answer(
            List<T> found, ToLongFunction<T> position, Function<T, ?> view, int count) {
        List<T> shown = found.size() > limit ? found.subList(0, limit) : found;
        HttpAnswer answer =
                HttpAnswer.ok(shown.stream().map(view).toList())
                        .with("Pagination-Count", Integer.toString(count))
                        .with("Pagination-Limit", Integer.toString(limit));
        if (found.size() <= limit) {
            return answer;
        }
        String plain = PREFIX + position.applyAsLong(shown.getLast());
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        return answer.with(
                "Link", "<" + address + "limit=" + limit + "&after=" + cursor + ">; rel=\"next\"");
    }
}

package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the ways in which a target may divide its lists into pages. */
class PagesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"page,?n=1,2,?n=2", "page from 0,?n=0,1,?n=1", "offset,?n=0,2,?n=2"})
    void pagesAreCounted(String form, String first, String next, String second) throws Exception {
        String parameter = form.equals("offset") ? "offset" : "page";
        String yaml =
                """
                operations:
                  list-images:
                    request: GET /images
                    query: {n: "{%s}"}
                    accepted: [200]
                    answer: {items: /results, id: /id, next: %s}
                """
                        .formatted(parameter, form);
        try (Stub stub =
                        new Stub(
                                asked ->
                                        Stub.Answer.json(
                                                200,
                                                asked.line().endsWith(first)
                                                        ? "{\"results\":[{\"id\":1},{\"id\":2}]}"
                                                        : "{\"results\":[{\"id\":3}]}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Answer.ImagesListed one = listed(gallery, null);
            assertThat(one.next()).isEqualTo(new Cursor(next));
            assertThat(listed(gallery, one.next()).next()).isNull();
            assertThat(stub.asked()).containsExactly("GET /images" + first, "GET /images" + second);
        }
    }

    private static Answer.ImagesListed listed(HttpGallery gallery, @Nullable Cursor after)
            throws Exception {
        Outcome outcome = Stub.send(gallery, "t", new Operation.ListImages(after, 2));
        return (Answer.ImagesListed) ((Outcome.Accepted) outcome).answer();
    }

    /**
     * The server's pages hold at most two entries, whatever limit is requested, so a page of two is
     * full.
     */
    @Test
    void aPageIsNoLargerThanTheProfileSays() throws Exception {
        String yaml =
                """
                limits: {page-size: 2}
                operations:
                  list-images: {request: GET /x, query: {page: "{page}", n: "{limit}"}, accepted: [200], answer: {items: "", id: /id, next: page}}
                """;
        try (Stub stub =
                        new Stub(
                                asked ->
                                        Stub.Answer.json(
                                                200,
                                                asked.line().contains("page=1")
                                                        ? "[{\"id\":1},{\"id\":2}]"
                                                        : "[{\"id\":3}]"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Answer first = answered(gallery, null);
            assertThat(((Answer.ImagesListed) first).next()).isEqualTo(new Cursor("2"));
            assertThat(((Answer.ImagesListed) answered(gallery, new Cursor("2"))).next()).isNull();
            assertThat(stub.asked()).containsExactly("GET /x?n=2&page=1", "GET /x?n=2&page=2");
        }
    }

    private static Answer answered(HttpGallery gallery, @Nullable Cursor after) throws Exception {
        Outcome outcome = Stub.send(gallery, "t", new Operation.ListImages(after, 50));
        return ((Outcome.Accepted) outcome).answer();
    }
}

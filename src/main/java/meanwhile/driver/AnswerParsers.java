package meanwhile.driver;

import static java.util.Map.entry;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.MemberId;
import meanwhile.language.Secret;
import meanwhile.language.TopicId;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/** Reads each kind of answer from the fields that a profile points at. */
final class AnswerParsers {
    private static final Map<Class<? extends Answer>, BiFunction<ResponseFields, Response, Answer>>
            ALL =
                    Map.ofEntries(
                            entry(Answer.Done.class, (_, _) -> new Answer.Done()),
                            parser(
                                    Answer.MemberCreated.class,
                                    fields ->
                                            new Answer.MemberCreated(
                                                    new MemberId(fields.text("id")))),
                            parser(Answer.SessionOpened.class, AnswerParsers::session),
                            parser(
                                    Answer.MemberSeen.class,
                                    fields ->
                                            new Answer.MemberSeen(
                                                    fields.number("images"),
                                                    fields.number("stored-bytes"))),
                            parser(
                                    Answer.UploadTaken.class,
                                    fields ->
                                            new Answer.UploadTaken(new ImageId(fields.text("id")))),
                            parser(Answer.ImageSeen.class, AnswerParsers::image),
                            parser(
                                    Answer.ImageChanged.class,
                                    fields -> new Answer.ImageChanged(fields.number("version"))),
                            entry(Answer.BytesSeen.class, AnswerParsers::bytes),
                            parser(
                                    Answer.ImagesListed.class,
                                    fields ->
                                            new Answer.ImagesListed(
                                                    fields.items(
                                                            item -> new ImageId(item.text("id"))),
                                                    fields.cursor(),
                                                    fields.number("total"))),
                            parser(
                                    Answer.VoteTaken.class,
                                    fields ->
                                            new Answer.VoteTaken(
                                                    new VoteId(fields.text("id")),
                                                    fields.number("version"))),
                            parser(
                                    Answer.VotesListed.class,
                                    fields ->
                                            new Answer.VotesListed(
                                                    fields.items(AnswerParsers::vote),
                                                    fields.cursor(),
                                                    fields.number("total"))),
                            parser(
                                    Answer.FavouriteTaken.class,
                                    fields ->
                                            new Answer.FavouriteTaken(
                                                    new FavouriteId(fields.text("id")))),
                            parser(
                                    Answer.FavouritesListed.class,
                                    fields ->
                                            new Answer.FavouritesListed(
                                                    fields.items(AnswerParsers::favourite),
                                                    fields.cursor(),
                                                    fields.number("total"))),
                            parser(
                                    Answer.CommentTaken.class,
                                    fields ->
                                            new Answer.CommentTaken(
                                                    new CommentId(fields.text("id")),
                                                    fields.number("position"))),
                            parser(
                                    Answer.CommentsListed.class,
                                    fields ->
                                            new Answer.CommentsListed(
                                                    fields.items(AnswerParsers::comment),
                                                    fields.cursor(),
                                                    fields.number("total"))),
                            parser(
                                    Answer.CollectionMade.class,
                                    fields ->
                                            new Answer.CollectionMade(
                                                    new CollectionId(fields.text("id")))),
                            parser(
                                    Answer.CollectionSeen.class,
                                    fields ->
                                            new Answer.CollectionSeen(
                                                    new CollectionId(fields.text("id")),
                                                    fields.items(
                                                            item ->
                                                                    new ImageId(
                                                                            item.text("image"))),
                                                    fields.number("count"))),
                            parser(
                                    Answer.TopicMade.class,
                                    fields -> new Answer.TopicMade(new TopicId(fields.text("id")))),
                            parser(
                                    Answer.TopicsListed.class,
                                    fields ->
                                            new Answer.TopicsListed(
                                                    fields.items(AnswerParsers::topic))),
                            parser(Answer.TotalsSeen.class, AnswerParsers::totals),
                            parser(Answer.NewsSeen.class, AnswerParsers::news),
                            parser(
                                    Answer.MetricsSeen.class,
                                    fields ->
                                            new Answer.MetricsSeen(
                                                    fields.count("open-connections"),
                                                    fields.count("waiting-polls"),
                                                    fields.count("database-sessions"),
                                                    fields.count("stored-bytes"))),
                            parser(Answer.DeclaredSeen.class, AnswerParsers::declared),
                            parser(
                                    Answer.CanarySeen.class,
                                    fields -> new Answer.CanarySeen(fields.count("value"))));

    private AnswerParsers() {}

    /**
     * The answer of this type.
     *
     * @throws ResponseFields.Unfit if a required field is missing
     */
    static Answer answer(Class<? extends Answer> type, ResponseFields fields, Response response) {
        BiFunction<ResponseFields, Response, Answer> parser = ALL.get(type);
        if (parser == null) {
            throw new IllegalStateException("no parser for " + type.getSimpleName());
        }
        return parser.apply(fields, response);
    }

    private static <A extends Answer>
            Map.Entry<Class<? extends Answer>, BiFunction<ResponseFields, Response, Answer>> parser(
                    Class<A> type, Function<ResponseFields, ? extends Answer> parser) {
        return entry(type, (fields, _) -> parser.apply(fields));
    }

    /** The body itself, unless it contains the bytes as Base64. */
    private static Answer bytes(ResponseFields fields, Response response) {
        byte[] bytes = response.body();
        String encoded = fields.plain("base64");
        if (encoded != null) {
            try {
                bytes = Base64.getDecoder().decode(encoded);
            } catch (IllegalArgumentException other) {
                throw new ResponseFields.Unfit("“base64” is not Base64: " + other.getMessage());
            }
        }
        return new Answer.BytesSeen(
                ImageFile.fingerprint(bytes), bytes.length, fields.optional("tag"));
    }

    private static Answer session(ResponseFields fields) {
        String refresh = fields.plain("refresh-token");
        return new Answer.SessionOpened(
                new Secret(fields.required("access-token")),
                refresh == null ? null : new Secret(refresh),
                fields.number("seconds"));
    }

    /** Every fact that the profile names must be there; the first by name is told as missing. */
    private static Answer declared(ResponseFields fields) {
        Map<String, String> facts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        for (String name : new TreeSet<>(fields.names())) {
            if (fields.isOfSeveral(name)) {
                lists.put(name, fields.requiredTexts(name));
            } else {
                facts.put(name, fields.text(name));
            }
        }
        return new Answer.DeclaredSeen(facts, lists);
    }

    private static Answer image(ResponseFields fields) {
        return new Answer.ImageSeen(
                new ImageId(fields.text("id")),
                status(fields.optional("status")),
                fields.optional("title"),
                fields.number("up"),
                fields.number("down"),
                fields.number("version"),
                new Answer.Details(
                        fields.optional("description"),
                        fields.plain("sha256"),
                        topics(fields.texts("categories")),
                        topics(fields.texts("breeds")),
                        fields.texts("tags"),
                        fields.number("favourites"),
                        fields.number("comments")));
    }

    private static @Nullable List<TopicId> topics(@Nullable List<String> ids) {
        return ids == null ? null : ids.stream().map(TopicId::new).toList();
    }

    private static Answer.VoteSeen vote(ResponseFields item) {
        long value = item.count("value");
        if (value == 0) {
            throw new ResponseFields.Unfit("a vote of 0");
        }
        return new Answer.VoteSeen(
                new VoteId(item.text("id")), new ImageId(item.text("image")), VoteValue.of(value));
    }

    private static Answer.FavouriteSeen favourite(ResponseFields item) {
        return new Answer.FavouriteSeen(
                new FavouriteId(item.text("id")), new ImageId(item.text("image")));
    }

    private static Answer.CommentSeen comment(ResponseFields item) {
        return new Answer.CommentSeen(
                new CommentId(item.text("id")), item.number("position"), item.optional("text"));
    }

    private static Answer.TopicSeen topic(ResponseFields item) {
        return new Answer.TopicSeen(
                new TopicId(item.text("id")), item.text("name"), item.number("images"));
    }

    private static Answer totals(ResponseFields fields) {
        return new Answer.TotalsSeen(
                fields.number("images"),
                fields.number("votes"),
                fields.number("favourites"),
                fields.number("comments"),
                fields.itemsIfNamed("breeds", AnswerParsers::share),
                fields.itemsIfNamed("categories", AnswerParsers::share));
    }

    private static Answer.Share share(ResponseFields item) {
        return new Answer.Share(
                new TopicId(item.text("topic")),
                item.count("topic-images"),
                item.count("topic-votes"),
                item.count("topic-favourites"));
    }

    /** No news: many servers then answer without a body. */
    private static Answer news(ResponseFields fields) {
        return fields.empty()
                ? new Answer.NewsSeen(List.of(), null)
                : new Answer.NewsSeen(fields.items(AnswerParsers::newsItem), fields.cursor());
    }

    private static Answer.NewsItem newsItem(ResponseFields item) {
        String image = item.optional("image");
        return new Answer.NewsItem(
                item.text("id"), item.text("kind"), image == null ? null : new ImageId(image));
    }

    private static @Nullable ImageStatus status(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (ImageStatus status : ImageStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
                return status;
            }
        }
        throw new ResponseFields.Unfit("an image's status is “" + word + "”");
    }
}

package meanwhile.driver;

import static java.util.Map.entry;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** How each kind of answer is read from the facts that a profile points at. */
final class AnswerParsers {
    private static final Map<Class<? extends Answer>, BiFunction<ResponseFields, Response, Answer>>
            ALL =
                    Map.ofEntries(
                            entry(Answer.Done.class, (_, _) -> new Answer.Done()),
                            reading(
                                    Answer.MemberCreated.class,
                                    facts ->
                                            new Answer.MemberCreated(
                                                    new MemberId(facts.text("id")))),
                            reading(Answer.SessionOpened.class, AnswerParsers::session),
                            reading(
                                    Answer.MemberSeen.class,
                                    facts ->
                                            new Answer.MemberSeen(
                                                    facts.number("images"),
                                                    facts.number("stored-bytes"))),
                            reading(
                                    Answer.UploadTaken.class,
                                    facts -> new Answer.UploadTaken(new ImageId(facts.text("id")))),
                            reading(Answer.ImageSeen.class, AnswerParsers::image),
                            reading(
                                    Answer.ImageChanged.class,
                                    facts -> new Answer.ImageChanged(facts.number("version"))),
                            entry(Answer.BytesSeen.class, AnswerParsers::bytes),
                            reading(
                                    Answer.ImagesListed.class,
                                    facts ->
                                            new Answer.ImagesListed(
                                                    facts.items(
                                                            item -> new ImageId(item.text("id"))),
                                                    facts.cursor(),
                                                    facts.number("total"))),
                            reading(
                                    Answer.VoteTaken.class,
                                    facts ->
                                            new Answer.VoteTaken(
                                                    new VoteId(facts.text("id")),
                                                    facts.number("version"))),
                            reading(
                                    Answer.VotesListed.class,
                                    facts ->
                                            new Answer.VotesListed(
                                                    facts.items(AnswerParsers::vote),
                                                    facts.cursor(),
                                                    facts.number("total"))),
                            reading(
                                    Answer.FavouriteTaken.class,
                                    facts ->
                                            new Answer.FavouriteTaken(
                                                    new FavouriteId(facts.text("id")))),
                            reading(
                                    Answer.FavouritesListed.class,
                                    facts ->
                                            new Answer.FavouritesListed(
                                                    facts.items(AnswerParsers::favourite),
                                                    facts.cursor(),
                                                    facts.number("total"))),
                            reading(
                                    Answer.CommentTaken.class,
                                    facts ->
                                            new Answer.CommentTaken(
                                                    new CommentId(facts.text("id")),
                                                    facts.number("position"))),
                            reading(
                                    Answer.CommentsListed.class,
                                    facts ->
                                            new Answer.CommentsListed(
                                                    facts.items(AnswerParsers::comment),
                                                    facts.cursor(),
                                                    facts.number("total"))),
                            reading(
                                    Answer.CollectionMade.class,
                                    facts ->
                                            new Answer.CollectionMade(
                                                    new CollectionId(facts.text("id")))),
                            reading(
                                    Answer.CollectionSeen.class,
                                    facts ->
                                            new Answer.CollectionSeen(
                                                    new CollectionId(facts.text("id")),
                                                    facts.items(
                                                            item ->
                                                                    new ImageId(
                                                                            item.text("image"))),
                                                    facts.number("count"))),
                            reading(
                                    Answer.TopicMade.class,
                                    facts -> new Answer.TopicMade(new TopicId(facts.text("id")))),
                            reading(
                                    Answer.TopicsListed.class,
                                    facts ->
                                            new Answer.TopicsListed(
                                                    facts.items(AnswerParsers::topic))),
                            reading(Answer.TotalsSeen.class, AnswerParsers::totals),
                            reading(Answer.NewsSeen.class, AnswerParsers::news),
                            reading(
                                    Answer.MetricsSeen.class,
                                    facts ->
                                            new Answer.MetricsSeen(
                                                    facts.count("open-connections"),
                                                    facts.count("waiting-polls"),
                                                    facts.count("database-sessions"),
                                                    facts.count("stored-bytes"))),
                            reading(
                                    Answer.CanarySeen.class,
                                    facts -> new Answer.CanarySeen(facts.count("value"))));

    private AnswerParsers() {}

    /**
     * The answer of this type.
     *
     * @throws Facts.Unfit if a fact is missing that it cannot do without
     */
    static Answer answer(Class<? extends Answer> type, ResponseFields facts, Response response) {
        BiFunction<ResponseFields, Response, Answer> reading = ALL.get(type);
        if (reading == null) {
            throw new IllegalStateException("nobody reads a " + type.getSimpleName());
        }
        return reading.apply(facts, response);
    }

    private static <A extends Answer>
            Map.Entry<Class<? extends Answer>, BiFunction<ResponseFields, Response, Answer>>
                    reading(Class<A> type, Function<ResponseFields, ? extends Answer> reading) {
        return entry(type, (facts, _) -> reading.apply(facts));
    }

    /** The body itself, unless the bytes stand in it as Base64. */
    private static Answer bytes(ResponseFields facts, Response response) {
        byte[] bytes = response.body();
        String encoded = facts.optional("base64");
        if (encoded != null) {
            try {
                bytes = Base64.getDecoder().decode(encoded);
            } catch (IllegalArgumentException other) {
                throw new ResponseFields.Unfit("“base64” is not Base64: " + other.getMessage());
            }
        }
        return new Answer.BytesSeen(
                ImageFile.fingerprint(bytes), bytes.length, facts.optional("tag"));
    }

    private static Answer session(ResponseFields facts) {
        String refresh = facts.optional("refresh-token");
        return new Answer.SessionOpened(
                new Secret(facts.text("access-token")),
                refresh == null ? null : new Secret(refresh),
                facts.number("seconds"));
    }

    private static Answer image(ResponseFields facts) {
        return new Answer.ImageSeen(
                new ImageId(facts.text("id")),
                status(facts.optional("status")),
                facts.optional("title"),
                facts.number("up"),
                facts.number("down"),
                facts.number("version"),
                new Answer.Details(
                        facts.optional("description"),
                        facts.optional("sha256"),
                        topics(facts.texts("categories")),
                        topics(facts.texts("breeds")),
                        facts.texts("tags"),
                        facts.number("favourites"),
                        facts.number("comments")));
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

    private static Answer totals(ResponseFields facts) {
        return new Answer.TotalsSeen(
                facts.number("images"),
                facts.number("votes"),
                facts.number("favourites"),
                facts.number("comments"),
                facts.itemsIfNamed("breeds", AnswerParsers::share),
                facts.itemsIfNamed("categories", AnswerParsers::share));
    }

    private static Answer.Share share(ResponseFields item) {
        return new Answer.Share(
                new TopicId(item.text("topic")),
                item.count("topic-images"),
                item.count("topic-votes"),
                item.count("topic-favourites"));
    }

    /** Nothing happened: many servers then answer without a body. */
    private static Answer news(ResponseFields facts) {
        return facts.empty()
                ? new Answer.NewsSeen(List.of(), null)
                : new Answer.NewsSeen(facts.items(AnswerParsers::newsItem), facts.cursor());
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

package meanwhile.check.law;

import java.util.List;
import java.util.stream.Stream;

/** The laws of a gallery: what is true of it whenever all is quiet. */
public final class Laws {
    /** All laws, by subject. */
    public static final List<Law> ALL =
            Stream.of(
                            OpinionLaws.ALL,
                            CommentLaws.ALL,
                            RecordLaws.ALL,
                            AccountLaws.ALL,
                            CollectionLaws.ALL,
                            DeletionLaws.ALL,
                            SearchLaws.ALL,
                            TopicLaws.ALL,
                            DoorLaws.ALL,
                            AnswerLaws.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Laws() {}
}

package org.accord.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A decision as far as its reader may know it.
 *
 * @param id {@code CASE.topic.round}
 * @param kind {@code clearance}, {@code silence} or {@code ballot}
 * @param outcome absent while it is open
 * @param rule what it takes: {@code silence}, {@code consensus}, {@code simple}, or a part such as {@code 2/3}
 * @param quorum how many have to vote; empty if there is none
 * @param openToReader whether nothing that counts is kept from the reader
 * @param count what came of a ballot in numbers, once the reader may know it
 * @param said what was said, as far as the reader may know it, in the order in which it was received
 * @param voices what the reader may say, once for each State or post for which they speak: the one that was asked for first,
 *     then those that are still due
 */
public record Decision(
        String id,
        String caseKey,
        LocalText caseTitle,
        String topic,
        int round,
        String kind,
        LocalText question,
        @Nullable String outcome,
        Instant opened,
        @Nullable Instant deadline,
        @Nullable Instant closed,
        String rule,
        String quorum,
        boolean secret,
        boolean extendable,
        boolean openToReader,
        @Nullable Integer textVersion,
        @Nullable String textDigest,
        List<Seat> seats,
        List<Word> said,
        @Nullable Count count,
        List<Voice> voices) {

    /**
     * A member of the electorate.
     *
     * @param word the position that stands; absent if there is none, or none that the reader may know
     * @param voted in a secret ballot, whether a vote was cast
     */
    public record Seat(
            String voter,
            Electorate.Standing standing,
            String reason,
            boolean state,
            @Nullable Word word,
            boolean voted) {}

    /** Something said. */
    public record Word(
            @Nullable String sender,
            Position position,
            Effect effect,
            Map<String, String> words,
            @Nullable Instant at,
            @Nullable String actor,
            @Nullable String onBehalfOf,
            boolean stands) {}

    /**
     * What the reader may say.
     *
     * @param sender the State, or the post, for which they speak
     * @param onBehalfOf the post they stand in for, if they do
     * @param task the open task in which they are asked, if they are
     * @param own the position that stands
     * @param entry the number in the record under which the latest that they said is kept
     * @param mayState whether they may state a position now
     * @param mayWithdraw whether they may take theirs back now
     */
    public record Voice(
            String sender,
            @Nullable String onBehalfOf,
            @Nullable String task,
            @Nullable Word own,
            @Nullable Long entry,
            boolean mayState,
            boolean mayWithdraw) {}

    /** The first of the voices; absent for those who have none in it. */
    public @Nullable Voice voice() {
        return voices.isEmpty() ? null : voices.get(0);
    }

    /** The other voices of somebody who speaks for several. */
    public List<Voice> otherVoices() {
        return voices.isEmpty() ? List.of() : voices.subList(1, voices.size());
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** What was said beside the positions: requests, comments, communications, and positions that were taken back. */
    public List<Word> beside() {
        return said.stream().filter(word -> !word.stands()).toList();
    }
}

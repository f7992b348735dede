package org.accord.replay;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a programme, to be played.
 *
 * @param openings the cases that somebody started by hand
 * @param gatherings by process, the gathering that its first, second, … case stands for
 * @param answers by process and task, what was handed in; the first that fits is taken
 * @param reports what was reported to cases from outside
 * @param expected how history had the cases end
 * @param until when it ends; the clock stays there and what is open stays open
 */
record Script(
        List<Opening> openings,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> gatherings,
        Map<String, Map<String, List<Answer>>> answers,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Report> reports,
        List<Expectation> expected,
        Instant until) {

    /** Somebody starts a case. */
    record Opening(Instant at, String process, String by) {}

    /**
     * What is handed in with a task.
     *
     * @param when on which task; every one if absent
     * @param gathering the gathering that the placeholders speak of, if not the case's
     * @param after how long after the task opened: {@code 3d}, {@code 4h}
     * @param on a day instead: {@code 2011-11-30}, {@code date}, {@code date+2d}, {@code end}
     * @param apart how much later each next State does it, in the order of the programme
     * @param by the post, where several hold the role
     * @param leave do not do it at all
     */
    record Answer(
            @Nullable When when,
            @Nullable String gathering,
            @Nullable String after,
            @Nullable String on,
            @Nullable String apart,
            @Nullable String by,
            boolean leave,
            @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable Map<String, Object> data) {

        Map<String, Object> given() {
            return data == null ? Map.of() : data;
        }
    }

    /**
     * Which task is meant.
     *
     * @param inCase the process of the case, for a process that works inside the cases of others
     * @param nth the how-manyth case of its process, from 1
     * @param time the how-manyth time that the task is done in its case, for its State, from 1
     */
    record When(
            @Nullable String inCase,
            @Nullable Integer nth,
            @Nullable Integer time,
            @Nullable String state,
            @Nullable String organisation) {}

    /** Somebody reports a message to a case. */
    record Report(
            Instant at,
            String process,
            int nth,
            String message,
            @Nullable String state,
            String by,
            @Nullable Map<String, Object> data) {}

    /**
     * How a case ended.
     *
     * @param outcome the end event; absent for a case that still runs at the end
     */
    record Expectation(String process, int nth, @Nullable String outcome, String what) {}
}

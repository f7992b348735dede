package org.accord.instance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the operator's page.
 *
 * @param topic what it is about; messages name it {@code vital.<topic>}
 * @param state how it stands; messages say it as {@code vital.<topic>.<state>}
 * @param args numbers and names for the message; durations in the unit that the message says
 * @param address of the page where more can be seen and done, if there is one
 */
public record Sign(
        String topic,
        String state,
        Level level,
        List<Object> args,
        @Nullable String address) {

    /** Whether something is to be done. */
    public enum Level {
        FAILED,
        WATCH,
        WELL
    }

    public Sign {
        args = List.copyOf(args);
    }

    public static Sign of(String topic, String state, Level level, Object... args) {
        return new Sign(topic, state, level, List.of(args), null);
    }

    public Sign at(String page) {
        return new Sign(topic, state, level, args, page);
    }
}

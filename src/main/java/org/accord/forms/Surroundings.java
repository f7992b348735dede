package org.accord.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers and the case make of the fields: which are hidden, what is on offer, which days are
 * allowed, what the figures come to.
 */
final class Surroundings {

    private final Set<String> hidden = new HashSet<>();
    private final Map<String, List<Option>> options = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, BigDecimal> caps = new HashMap<>();
    private final Map<String, BigDecimal> expected = new HashMap<>();
    private final Map<String, Object> given = new HashMap<>();

    /** The days a date may lie on, both ends included. */
    record Window(LocalDate earliest, LocalDate latest) {}

    /** Where a field stands; fields without a value of their own are told by their id. */
    static String place(String path, Field field) {
        return field.isNamed()
                ? within(path, field.key())
                : within(path, "#" + field.face().id());
    }

    static String within(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void hide(String place) {
        hidden.add(place);
    }

    boolean isHidden(String place) {
        return hidden.contains(place);
    }

    void offer(String place, List<Option> offered) {
        options.put(place, List.copyOf(offered));
    }

    List<Option> options(String place) {
        return options.getOrDefault(place, List.of());
    }

    void limit(String place, Window window) {
        windows.put(place, window);
    }

    @Nullable
    Window window(String place) {
        return windows.get(place);
    }

    /** What the other answers come to, where a field has to be just that. */
    void expect(String place, BigDecimal value) {
        expected.put(place, value);
    }

    @Nullable
    BigDecimal expected(String place) {
        return expected.get(place);
    }

    /** What other answers allow at most. */
    void cap(String place, BigDecimal most) {
        caps.put(place, most);
    }

    @Nullable
    BigDecimal cap(String place) {
        return caps.get(place);
    }

    /** The value of a read-only field, which the case gives and nobody can change. */
    void give(String place, Object value) {
        given.put(place, value);
    }

    @Nullable
    Object given(String place) {
        return given.get(place);
    }
}

package org.accord.forms;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields whose values lie beside each other: those of the form, of a group with a path, of a row of a list. */
final class Level {

    private final String path;
    private final Map<?, ?> sent;
    private final Map<?, ?> given;
    private final Map<String, @Nullable Object> known;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Level(
            String path, List<Field> fields, Map<?, ?> sent, Map<?, ?> given, Map<String, @Nullable Object> known) {
        this.path = path;
        this.sent = sent;
        this.given = given;
        this.known = known;
        name(fields);
    }

    static Level top(FormDefinition form, Map<String, ?> data, Map<String, ?> context) {
        return new Level("", form.fields(), data, context, new HashMap<>(context));
    }

    /** A level below, where expressions see what is known here and what is answered there. */
    Level below(String pathBelow, List<Field> fields, Map<?, ?> sentThere, @Nullable Object givenThere) {
        Map<?, ?> givenBelow = givenThere instanceof Map<?, ?> map ? map : Map.of();
        return new Level(pathBelow, fields, sentThere, givenBelow, new HashMap<>(known));
    }

    /** Until a field is answered, nothing around the form answers for it. */
    private void name(List<Field> fields) {
        for (Field field : fields) {
            if (field.isNamed()) {
                names.add(field.key());
                known.put(field.key(), null);
            } else if (field instanceof Field.Group group) {
                name(group.fields());
            }
        }
    }

    String place(Field field) {
        return Surroundings.place(path, field);
    }

    String path() {
        return path;
    }

    Map<?, ?> sent() {
        return sent;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    @Nullable
    Object sent(Field field) {
        return sent.get(field.key());
    }

    @Nullable
    Object given(Field field) {
        return given.get(field.key());
    }

    Map<String, @Nullable Object> known() {
        return Collections.unmodifiableMap(known);
    }

    void know(String name, Object value) {
        known.put(name, value);
    }

    void answer(Field field, Object value) {
        values.put(field.key(), value);
        known.put(field.key(), Typing.forFeel(field, value));
    }

    Map<String, Object> values() {
        return values;
    }
}

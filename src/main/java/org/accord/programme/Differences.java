package org.accord.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.programme.Difference.Detail;
import org.accord.programme.Difference.Sort;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Compares two programme files as they are written, so that what differs is named as whoever wrote it names it. */
final class Differences {

    private static final int LONGEST = 600;

    private Differences() {}

    /** What differs, in the order of the second file; what is only in the first comes last in its section. */
    static List<Difference> between(Node before, Node after) {
        Map<String, Object> old = fields(before);
        Map<String, Object> next = fields(after);
        List<Difference> found = new ArrayList<>();
        for (String section : union(next, old)) {
            section(section, old.get(section), next.get(section), found);
        }
        return found;
    }

    private static void section(
            String section, @Nullable Object before, @Nullable Object after, List<Difference> found) {
        Map<String, Object> old = items(before);
        Map<String, Object> next = items(after);
        if (old.isEmpty() && next.isEmpty()) {
            if (!text(before).equals(text(after))) {
                found.add(new Difference(
                        section, "", Sort.CHANGED, List.of(new Detail("", gone(before, after), gone(after, before)))));
            }
            return;
        }
        for (String item : union(next, old)) {
            item(section, item, old.get(item), next.get(item), found);
        }
    }

    private static void item(
            String section, String item, @Nullable Object before, @Nullable Object after, List<Difference> found) {
        Map<String, Object> old = mapping(before);
        Map<String, Object> next = mapping(after);
        List<Detail> details = new ArrayList<>();
        for (String field : union(next, old)) {
            Detail detail =
                    new Detail(field, gone(old.get(field), next.get(field)), gone(next.get(field), old.get(field)));
            if (!detail.before().equals(detail.after())) {
                details.add(detail);
            }
        }
        Sort sort = before == null ? Sort.ADDED : after == null ? Sort.REMOVED : Sort.CHANGED;
        if (!details.isEmpty() || sort != Sort.CHANGED) {
            found.add(new Difference(section, item, sort, details));
        }
    }

    /** What the one says and the other does not; of two lists, the elements that only the one has. */
    private static String gone(@Nullable Object one, @Nullable Object other) {
        if (one instanceof List<?> list && other instanceof List<?> others) {
            Set<String> known = others.stream().map(Differences::text).collect(Collectors.toSet());
            return shortened(list.stream()
                    .map(Differences::text)
                    .filter(element -> !known.contains(element))
                    .collect(Collectors.joining("; ")));
        }
        return shortened(text(one));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The items of a section by code: of a list of them, or of fields that are all groups of fields. */
    private static Map<String, Object> items(@Nullable Object section) {
        Map<String, Object> items = new LinkedHashMap<>();
        if (section instanceof List<?> list) {
            list.forEach(element -> {
                Object code =
                        mapping(element).getOrDefault("code", mapping(element).get("user"));
                if (code != null) {
                    items.put(text(code), element);
                }
            });
        } else if (mapping(section).values().stream().allMatch(Map.class::isInstance)) {
            items.putAll(mapping(section));
        }
        return items;
    }

    private static Set<String> union(Map<String, Object> first, Map<String, Object> then) {
        Set<String> all = new LinkedHashSet<>(first.keySet());
        all.addAll(then.keySet());
        return all;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Differences::text).collect(Collectors.joining("; "));
        }
        return value instanceof Map<?, ?>
                ? mapping(value).entrySet().stream()
                        .map(field -> field.getKey() + ": " + text(field.getValue()))
                        .collect(Collectors.joining(", "))
                : value.toString();
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> fields.put(key.toString(), each));
        }
        return fields;
    }

    private static Map<String, Object> fields(Node node) {
        return mapping(value(node));
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> fields = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(field -> fields.put(text(value(field.getKeyNode())), value(field.getValueNode())));
            return fields;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Differences::value).toList();
        }
        return ((ScalarNode) node).getValue();
    }
}

package org.accord.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final int LONG = 600;
    private static final int AROUND = 100;
    private static final Pattern PLAIN = Pattern.compile("[^,:{}\\[\\]\"\\s]([^,:{}\\[\\]\"]*[^,:{}\\[\\]\"\\s])?");

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
            List<Detail> details = details("", before, after);
            if (!details.isEmpty()) {
                found.add(new Difference(section, "", Sort.CHANGED, details));
            }
            return;
        }
        for (String item : union(next, old)) {
            item(section, item, old.get(item), next.get(item), found);
        }
    }

    private static void item(
            String section, String item, @Nullable Object before, @Nullable Object after, List<Difference> found) {
        List<Detail> details = details("", before, after);
        Sort sort = before == null ? Sort.ADDED : after == null ? Sort.REMOVED : Sort.CHANGED;
        if (!details.isEmpty() || sort != Sort.CHANGED) {
            found.add(new Difference(section, item, sort, details));
        }
    }

    /** What differs, each under the path of its field; what is equal in all it holds is left out. */
    private static List<Detail> details(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return List.of();
        }
        if (before instanceof Map || after instanceof Map) {
            Map<String, Object> old = mapping(before);
            Map<String, Object> next = mapping(after);
            List<Detail> details = new ArrayList<>();
            union(next, old)
                    .forEach(field -> details.addAll(
                            details(path.isEmpty() ? field : path + "." + field, old.get(field), next.get(field))));
            return details;
        }
        return List.of(
                before instanceof List<?> || after instanceof List<?>
                        ? ofLists(path, before, after)
                        : new Detail(path, around(text(before), text(after)), around(text(after), text(before))));
    }

    /** The elements that only one of the lists has, each on a line; both whole if only their order differs, or how often one stands. */
    private static Detail ofLists(String path, @Nullable Object before, @Nullable Object after) {
        Detail detail = new Detail(path, only(before, after), only(after, before));
        return detail.before().isEmpty() && detail.after().isEmpty()
                ? new Detail(path, text(before), text(after))
                : detail;
    }

    private static String only(@Nullable Object one, @Nullable Object other) {
        List<?> elements = one instanceof List<?> list ? list : List.of();
        List<?> known = other instanceof List<?> list ? list : List.of();
        return elements.stream()
                .filter(element -> !known.contains(element))
                .map(Differences::text)
                .collect(Collectors.joining("\n"));
    }

    /** Of a long text all from the first place that differs to the last, with a little around; a text that is new is whole. */
    private static String around(String text, String other) {
        if (text.length() <= LONG || other.isEmpty()) {
            return text;
        }
        int most = Math.min(text.length(), other.length());
        int same = 0;
        while (same < most && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < most - same
                && text.charAt(text.length() - 1 - sameAtEnd) == other.charAt(other.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        int start = Math.max(0, same - AROUND);
        int end = Math.min(text.length(), text.length() - sameAtEnd + AROUND);
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
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

    /** As it could be written, so that no value is taken for two. */
    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Differences::nested).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?>) {
            return mapping(value).entrySet().stream()
                    .map(field -> field.getKey() + ": " + nested(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private static String nested(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return "{" + text(value) + "}";
        }
        String text = text(value);
        return value instanceof List<?> || PLAIN.matcher(text).matches()
                ? text
                : "\"" + text.replace("\"", "\\\"") + "\"";
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

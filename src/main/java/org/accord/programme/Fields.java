package org.accord.programme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accord.core.LocalText;
import org.accord.programme.Codes.Thing;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a programme file, read field by field. What is wrong goes to the faults and reading goes on, with an
 * empty value in its place, so that one run finds all.
 */
final class Fields {

    /** Years beyond these are taken for misprints. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private enum Shape {
        TEXT,
        LIST,
        MAPPING,
        NUMBER,
        FLAG
    }

    private final Reading reading;
    private final Located at;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Located> names = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, LocalDate> dates = new HashMap<>();

    private Fields(Reading reading, MappingNode node, String path) {
        this.reading = reading;
        this.at = new Located("", Located.line(node), path);
        node.getValue().forEach(tuple -> add(tuple.getKeyNode(), tuple.getValueNode()));
    }

    private void add(Node key, Node value) {
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        Located named = new Located(name, Located.line(key), pathOf(name));
        if (!(key instanceof ScalarNode)) {
            reading.faults().add("unknownField", named);
        }
        if (values.putIfAbsent(name, value) != null) {
            reading.faults().add("duplicateField", named);
        }
        names.putIfAbsent(name, named);
    }

    static @Nullable Fields of(Reading reading, Node node, String path) {
        if (node instanceof MappingNode mapping) {
            return new Fields(reading, mapping, path);
        }
        reading.faults().add("wrongType", Located.of(node, path), Shape.MAPPING);
        return null;
    }

    Reading reading() {
        return reading;
    }

    @Nullable
    Located optional(String field) {
        Node node = value(field);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode) {
            return Located.of(node, pathOf(field));
        }
        wrongType(node, field, Shape.TEXT);
        return null;
    }

    @Nullable
    Located required(String field) {
        missing(field);
        return optional(field);
    }

    String text(String field) {
        Located found = required(field);
        return found == null ? "" : found.value();
    }

    @Nullable
    String optionalText(String field) {
        Located found = optional(field);
        return found == null ? null : found.value();
    }

    boolean flag(String field) {
        Located found = optional(field);
        if (found != null && !Set.of("true", "false").contains(found.value())) {
            reading.faults().add("wrongType", found, Shape.FLAG);
        }
        return found != null && found.value().equals("true");
    }

    @Nullable
    Integer optionalCount(String field) {
        Located found = optional(field);
        if (found == null) {
            return null;
        }
        if (!found.value().matches("[0-9]{1,9}")) {
            reading.faults().add("wrongType", found, Shape.NUMBER);
            return null;
        }
        return Integer.valueOf(found.value());
    }

    <T extends Enum<T>> T option(String field, T[] options) {
        Located found = required(field);
        return found == null ? options[0] : option(found, options);
    }

    <T extends Enum<T>> Set<T> options(List<Located> given, T[] options) {
        return given.stream().map(found -> option(found, options)).collect(Collectors.toSet());
    }

    private <T extends Enum<T>> T option(Located found, T[] options) {
        for (T option : options) {
            if (option.name().equalsIgnoreCase(found.value())) {
                return option;
            }
        }
        String known = Arrays.stream(options).map(T::name).collect(Collectors.joining(", "));
        reading.faults().add("notAnOption", found, known.toLowerCase(Locale.ROOT));
        return options[0];
    }

    /** The value of a field as something that has a text form of its own: a zone, a time of day. */
    <T> T parsed(String field, String rule, T otherwise, Function<String, T> parser) {
        Located found = optional(field);
        if (found == null) {
            return otherwise;
        }
        try {
            return parser.apply(found.value());
        } catch (DateTimeException e) {
            reading.faults().add(rule, found);
            return otherwise;
        }
    }

    LocalDate date(String field) {
        LocalDate found = optionalDate(field);
        missing(field);
        return found == null ? EARLIEST : found;
    }

    @Nullable
    LocalDate optionalDate(String field) {
        Located found = optional(field);
        LocalDate date = found == null ? null : date(found);
        if (date != null) {
            dates.put(field, date);
        }
        return date;
    }

    @Nullable
    LocalDate date(Located found) {
        try {
            LocalDate date = LocalDate.parse(found.value());
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                reading.faults().add("dateRange", found, EARLIEST.toString(), LATEST.toString());
                return null;
            }
            return date;
        } catch (DateTimeParseException e) {
            reading.faults().add("notADate", found);
            return null;
        }
    }

    /** Wants two dates that were read before, where both are there, in this order. */
    void inOrder(String earlier, String later) {
        LocalDate first = dates.get(earlier);
        LocalDate last = dates.get(later);
        Located found = optional(later);
        if (first != null && last != null && found != null && last.isBefore(first)) {
            reading.faults().add("dateOrder", found, first.toString());
        }
    }

    LocalText words(String field) {
        LocalText found = optionalWords(field);
        missing(field);
        return found == null ? new LocalText(Map.of("und", "")) : found;
    }

    @Nullable
    LocalText optionalWords(String field) {
        Fields texts = section(field);
        if (texts == null) {
            return null;
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : reading.languages()) {
            String text = texts.optionalText(language);
            if (text == null) {
                reading.faults().add("missingTranslation", texts.here(language));
            } else {
                byLanguage.put(language, text);
            }
        }
        texts.done();
        return byLanguage.isEmpty() ? null : new LocalText(byLanguage);
    }

    String declared(String field, Thing thing) {
        Located found = required(field);
        return found == null ? "" : reading.codes().declare(thing, found);
    }

    String reference(String field, Thing thing) {
        Located found = required(field);
        return found == null ? "" : reading.codes().refer(thing, found);
    }

    @Nullable
    String optionalReference(String field, Thing thing) {
        Located found = optional(field);
        return found == null ? null : reading.codes().refer(thing, found);
    }

    List<String> references(String field, Thing thing) {
        return scalars(field).stream()
                .map(found -> reading.codes().refer(thing, found))
                .toList();
    }

    /** The texts of a list that may be left out. */
    List<Located> scalars(String field) {
        List<Located> found = new ArrayList<>();
        List<Node> nodes = list(field);
        for (int i = 0; i < nodes.size(); i++) {
            Located one = Located.of(nodes.get(i), pathOf(field) + "[" + i + "]");
            if (nodes.get(i) instanceof ScalarNode) {
                found.add(one);
            } else {
                reading.faults().add("wrongType", one, Shape.TEXT);
            }
        }
        return found;
    }

    /** The texts of a list that may be neither left out nor empty. */
    List<Located> someScalars(String field) {
        Node node = value(field);
        if (node == null
                || node instanceof SequenceNode sequence && sequence.getValue().isEmpty()) {
            reading.faults().add("required", here(field));
        }
        return scalars(field);
    }

    /** The mappings of a list that may not be left out, though it may be empty. */
    List<Fields> items(String field) {
        missing(field);
        return optionalItems(field);
    }

    List<Fields> optionalItems(String field) {
        List<Fields> found = new ArrayList<>();
        List<Node> nodes = list(field);
        for (int i = 0; i < nodes.size(); i++) {
            Fields item = of(reading, nodes.get(i), pathOf(field) + "[" + i + "]");
            if (item != null) {
                found.add(item);
            }
        }
        return found;
    }

    boolean has(String field) {
        return value(field) != null;
    }

    /** The mapping under a field, with its entries not yet asked for. */
    @Nullable
    Fields section(String field) {
        Node node = value(field);
        return node == null ? null : of(reading, node, pathOf(field));
    }

    /** The entries of the mapping under a field, which must be mappings themselves, by name. */
    Map<Located, Fields> entries(String field) {
        Map<Located, Fields> found = optionalEntries(field);
        missing(field);
        return found;
    }

    Map<Located, Fields> optionalEntries(String field) {
        Fields section = section(field);
        Map<Located, Fields> found = new LinkedHashMap<>();
        if (section != null) {
            section.names.forEach((name, located) -> {
                Fields entry = section.section(name);
                section.missing(name);
                if (entry != null) {
                    found.put(located, entry);
                }
            });
        }
        return found;
    }

    /** Every field there is has been asked for by now; others are faults. */
    void done() {
        names.forEach((name, located) -> {
            if (!asked.contains(name)) {
                reading.faults().add("unknownField", located);
            }
        });
    }

    /** Where a field stands or, if it does not, would have to stand. */
    Located here(String field) {
        return names.getOrDefault(field, new Located(field, at.line(), pathOf(field)));
    }

    private List<Node> list(String field) {
        Node node = value(field);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            wrongType(node, field, Shape.LIST);
        }
        return List.of();
    }

    private void missing(String field) {
        if (value(field) == null) {
            reading.faults().add("required", here(field));
        }
    }

    private void wrongType(Node node, String field, Shape wanted) {
        reading.faults().add("wrongType", Located.of(node, pathOf(field)), wanted);
    }

    private @Nullable Node value(String field) {
        asked.add(field);
        Node node = values.get(field);
        return node == null || isEmpty(node) ? null : node;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar
                && (Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank());
    }

    private String pathOf(String field) {
        return at.path().isEmpty() ? field : at.path() + "." + field;
    }
}

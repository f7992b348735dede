package org.accord.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what a browser sends into the shape of the form's data. What cannot be read stays as it was typed. */
final class HtmlFormReader {

    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?[0-9]{1,40}([.][0-9]{1,40}|,[0-9]{1,2})?");
    private static final Pattern ROW = Pattern.compile("\\[([0-9]{1,3})](\\..*)?", Pattern.DOTALL);

    private final Map<String, String[]> parameters;

    private HtmlFormReader(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    static Map<String, Object> read(FormDefinition form, Map<String, String[]> parameters) {
        Map<String, Object> data = new LinkedHashMap<>();
        new HtmlFormReader(parameters).read(form.fields(), "", data);
        return data;
    }

    private void read(List<Field> fields, String path, Map<String, Object> data) {
        for (Field field : fields) {
            String name = Surroundings.place(path, field);
            if (field instanceof Field.Group group) {
                group(group, path, data);
            } else if (field instanceof Field.Rows rows) {
                data.put(field.key(), rows(rows, name));
            } else if (field.isNamed() && (!field.face().readOnly() || parameters.containsKey(name))) {
                data.put(field.key(), value(field, name));
            }
        }
    }

    private void group(Field.Group group, String path, Map<String, Object> data) {
        if (group.isNamed()) {
            Map<String, Object> inner = new LinkedHashMap<>();
            read(group.fields(), Surroundings.within(path, group.key()), inner);
            data.put(group.key(), inner);
        } else {
            read(group.fields(), path, data);
        }
    }

    private List<Object> rows(Field.Rows field, String name) {
        List<Object> rows = new ArrayList<>();
        for (int index : rowsSent(name)) {
            String row = name + "[" + index + "]";
            if (!isPressed("_remove", row)) {
                rows.add(row(field, row));
            }
        }
        if (isPressed("_add", name)) {
            rows.add(new LinkedHashMap<>(Defaults.fill(field.fields(), Map.of())));
        }
        return rows;
    }

    private Map<String, Object> row(Field.Rows field, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        read(field.fields(), name, row);
        return row;
    }

    private TreeSet<Integer> rowsSent(String name) {
        TreeSet<Integer> indexes = new TreeSet<>();
        for (String parameter : parameters.keySet()) {
            if (parameter.startsWith(name + "[")) {
                Matcher row = ROW.matcher(parameter.substring(name.length()));
                if (row.matches()) {
                    indexes.add(Integer.valueOf(row.group(1)));
                }
            }
        }
        return indexes;
    }

    private boolean isPressed(String button, String path) {
        return path.equals(first(button));
    }

    private String first(String name) {
        String[] sent = parameters.get(name);
        return sent == null || sent.length == 0 ? "" : sent[0];
    }

    private Object value(Field field, String name) {
        String text = first(name);
        if (field instanceof Field.Checkbox) {
            return checked(text);
        }
        if (field instanceof Field.Choice choice && choice.isMultiple()) {
            String[] sent = parameters.get(name);
            return sent == null ? List.of() : List.of(sent);
        }
        if (field instanceof Field.Decimal) {
            return number(text.strip());
        }
        if (field instanceof Field.Text words && words.multiline()) {
            return text.replace("\r\n", "\n");
        }
        return text.strip();
    }

    private static Object checked(String text) {
        return switch (text) {
            case "", "false" -> false;
            case "true", "on" -> true;
            default -> text;
        };
    }

    /** A comma before one or two digits is a decimal comma; before three it could be either, and is not read. */
    private static Object number(String text) {
        String joined = text.replaceAll("(?<=[0-9])[ \u00A0\u2009\u202F](?=[0-9]{3})", "");
        if (!NUMBER.matcher(joined).matches()) {
            return text;
        }
        return new BigDecimal(joined.replace(',', '.').replace('\u2212', '-'));
    }
}

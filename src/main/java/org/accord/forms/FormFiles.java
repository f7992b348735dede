package org.accord.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the forms in a directory of the class path or of the disk, and refuses them all if one has a fault. */
final class FormFiles {

    private static final String FORM = ".form";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final List<String> languages;
    private final List<LintFault> faults = new ArrayList<>();

    /** @param languages of the programme; English is in the schemas themselves */
    FormFiles(List<String> languages) {
        this.languages =
                languages.stream().filter(language -> !language.equals("en")).toList();
    }

    /** The forms by key; an {@link UnsoundForms} that lists every fault of every file if there is any. */
    List<FormDefinition> read(String location, Options options, Feel feel) {
        List<FormDefinition> forms = new ArrayList<>();
        for (FormSource source : sources(location)) {
            FormSchemaParser.Parsed parsed = FormSchemaParser.parse(source, languages);
            faults.addAll(parsed.faults());
            if (parsed.form() != null) {
                faults.addAll(FormLint.faults(parsed.form(), options, feel));
                forms.add(parsed.form());
            }
        }
        if (!faults.isEmpty()) {
            throw new UnsoundForms(FormFiles.message(location, faults));
        }
        return forms;
    }

    private static String message(String location, List<LintFault> faults) {
        StringBuilder lines =
                new StringBuilder("The forms in " + location + " cannot be used (file: field: rule: value):");
        faults.forEach(fault -> lines.append("\n  ").append(fault));
        return lines.toString();
    }

    private List<FormSource> sources(String location) {
        Map<String, String> files = new TreeMap<>();
        for (String pattern : List.of("*.form", "*.json")) {
            for (Resource resource : find(location, pattern)) {
                String name = Objects.requireNonNull(resource.getFilename());
                if (files.put(name, text(resource)) != null) {
                    faults.add(new LintFault(name, "", "duplicateFile", resource.getDescription()));
                }
            }
        }
        return sources(files);
    }

    private List<FormSource> sources(Map<String, String> files) {
        List<FormSource> sources = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(files.keySet());
        files.forEach((name, schema) -> {
            if (name.endsWith(FORM)) {
                String key = name.substring(0, name.length() - FORM.length());
                FormSource source = new FormSource(key, schema, translations(key, files));
                unused.remove(name);
                source.translations().keySet().forEach(language -> unused.remove(source.file(language)));
                sources.add(source);
            }
        });
        unused.forEach(name -> faults.add(new LintFault(name, "", "noFormForFile", name)));
        return sources;
    }

    private static Map<String, String> translations(String key, Map<String, String> files) {
        Map<String, String> translations = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.matches("\\Q" + key + "\\E\\.[a-z]{2,3}\\.json")) {
                translations.put(name.substring(key.length() + 1, name.length() - ".json".length()), text);
            }
        });
        return translations;
    }

    private Resource[] find(String location, String pattern) {
        String everywhere = location.replaceFirst("^classpath:", "classpath*:");
        String directory = everywhere.endsWith("/") ? everywhere : everywhere + "/";
        try {
            return resources.getResources(directory + pattern);
        } catch (IOException e) {
            throw new IllegalStateException("forms cannot be listed in " + location, e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be read: " + resource.getDescription(), e);
        }
    }
}

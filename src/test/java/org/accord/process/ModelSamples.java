package org.accord.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accord.process.ModelLint.Known;

/** The sample models of the tests, clean as they stand in their folder, and spoilt at one place. */
final class ModelSamples {

    static final Known KNOWN = new Known(
            Set.of("PM", "PAO", "NFP", "CHAIR"),
            Map.of("draft-plan", Set.of("title", "amount", "kind"), "review-plan", Set.of("decision", "reason")),
            Set.of(),
            Set.of("conceptNote", "review", "clearance"),
            Set.of(),
            Set.of("en", "ru"),
            Set.of());

    private static final String[] FILES = {
        "plan.bpmn", "plan.ru.json", "opinion.bpmn", "opinion.ru.json", "route.dmn", "level.dmn"
    };

    private ModelSamples() {}

    static Map<String, byte[]> clean() {
        Map<String, byte[]> files = new TreeMap<>();
        Arrays.stream(FILES).forEach(file -> files.put(file, bytes(text(file))));
        return files;
    }

    /** The clean files with the first occurrence of a text in one of them replaced. */
    static Map<String, byte[]> with(String file, String text, String replacement) {
        String clean = text(file);
        int at = clean.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        Map<String, byte[]> files = clean();
        files.put(file, bytes(clean.substring(0, at) + replacement + clean.substring(at + text.length())));
        return files;
    }

    static ProcessModel model(String key) {
        try {
            return ProcessModel.read(
                    bytes(text(key + ".bpmn")), Map.of("ru", ModelReader.names(bytes(text(key + ".ru.json")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(String file) {
        try (InputStream in = ModelSamples.class.getResourceAsStream("/models/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

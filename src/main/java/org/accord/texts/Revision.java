package org.accord.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/** What a text says after somebody has revised it. */
final class Revision {

    static final int LONGEST = 100_000;

    private static final int SHOWN = 20;

    private final List<String> languages;
    private final List<Violation> violations = new ArrayList<>();

    private Revision(List<String> languages) {
        this.languages = languages;
    }

    /**
     * The bodies of the next version: those given, with line breaks as one character and no space around them, and the
     * last ones in the languages that are not given. Refuses as {@code invalid} with {@code textEmpty},
     * {@code textTooLong} and {@code unknownLanguage}, all at once.
     *
     * @param languages of the programme, in its order
     */
    static Map<String, String> of(
            List<String> languages, Map<String, String> last, Map<String, ? extends @Nullable String> given) {
        Revision revision = new Revision(languages);
        Map<String, String> written = revision.read(given);
        if (!revision.violations.isEmpty()) {
            throw Refused.invalid("invalid", revision.violations);
        }
        Map<String, String> next = new LinkedHashMap<>();
        for (String language : languages) {
            String body = written.getOrDefault(language, last.getOrDefault(language, ""));
            if (!body.isEmpty()) {
                next.put(language, body);
            }
        }
        return next;
    }

    private Map<String, String> read(Map<String, ? extends @Nullable String> given) {
        Map<String, String> written = new LinkedHashMap<>();
        given.forEach((language, body) -> {
            String text = tidy(body);
            written.put(language, text);
            check(language, text);
        });
        if (given.isEmpty()) {
            violations.add(Violation.of("bodies", "textEmpty"));
        }
        return written;
    }

    private void check(String language, String text) {
        int length = text.codePointCount(0, text.length());
        if (!languages.contains(language)) {
            String shown = language.substring(0, Math.min(language.length(), SHOWN));
            violations.add(Violation.of("bodies", "unknownLanguage", shown, String.join(", ", languages)));
        } else if (length == 0) {
            violations.add(Violation.of("bodies." + language, "textEmpty"));
        } else if (length > LONGEST) {
            violations.add(Violation.of("bodies." + language, "textTooLong", LONGEST, length));
        }
    }

    static String tidy(@Nullable String body) {
        return body == null
                ? ""
                : body.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}

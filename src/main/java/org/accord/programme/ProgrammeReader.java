package org.accord.programme;

import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.accord.programme.ProgrammeFile.Parties;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a programme file whole or not at all. */
final class ProgrammeReader {

    private static final int MOST_ALIASES = 100;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 2_000_000;

    private ProgrammeReader() {}

    /**
     * What the text says.
     *
     * @param file what the file is called in the faults
     * @throws ProgrammeRejected with all faults, if there is any
     */
    static ProgrammeFile read(String file, String text) {
        Reading reading = new Reading(file);
        Node node = compose(text, reading.faults());
        Fields root = node == null ? null : Fields.of(reading, node, "");
        ProgrammeFile content = root == null ? null : content(root);
        reading.faults().throwIfAny();
        return Objects.requireNonNull(content);
    }

    /** The text as it is written, once it has been read without fault. */
    static Node written(String text) {
        return new Yaml(limits()).compose(new StringReader(text));
    }

    private static @Nullable Node compose(String text, Faults faults) {
        try {
            Node node = new Yaml(limits()).compose(new StringReader(text));
            if (node == null) {
                faults.add("required", new Located("code", 1, "code"));
            }
            return node;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            faults.add("syntax", new Located(problem(e), mark == null ? 1 : mark.getLine() + 1, "-"));
        } catch (YAMLException e) {
            faults.add("syntax", new Located(String.valueOf(e.getMessage()), 1, "-"));
        }
        return null;
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(LONGEST);
        return limits;
    }

    private static String problem(MarkedYAMLException e) {
        return e.getProblem() != null ? e.getProblem() : String.valueOf(e.getContext());
    }

    private static ProgrammeFile content(Fields root) {
        root.reading().expect(languages(root));
        String code = root.text("code");
        LocalText name = root.words("name");
        ZoneId zone = zone(root);
        DeadlinesReader deadlines = DeadlinesReader.withCalendarsOf(root, zone);
        Parties parties = PartiesReader.read(root);
        requireCommonDays(root, deadlines.calendars(), parties.states());
        ProgrammeFile.Work work = WorkReader.read(root);
        HoldingsReader.Held held = HoldingsReader.read(root, parties.roles());
        ProgrammeFile content = new ProgrammeFile(
                code,
                name,
                root.reading().languages(),
                deadlines.calendars(),
                parties,
                work,
                held.posts(),
                held.holdings(),
                held.delegations(),
                deadlines.read(parties.states()),
                notices(root));
        root.done();
        return content;
    }

    /** What is due never falls on a day off of the secretariat or a State: every year must have days that all of them work. */
    private static void requireCommonDays(Fields root, Calendars calendars, List<State> states) {
        List<WorkingCalendar> all = Stream.concat(
                        Stream.of(calendars.ofSecretariat()), calendars.of(states.stream()).stream())
                .toList();
        if (!WorkingCalendar.workTogether(all)) {
            root.reading().faults().add("noWorkingDay", root.here("calendars").with("calendars"));
        }
    }

    private static Map<String, LocalText> notices(Fields root) {
        Map<String, LocalText> notices = new LinkedHashMap<>();
        root.optionalEntries("notices").forEach((code, fields) -> {
            notices.put(code.value(), fields.words("text"));
            fields.done();
        });
        return notices;
    }

    private static List<String> languages(Fields root) {
        List<Located> found = root.someScalars("languages");
        found.stream()
                .filter(language -> !language.value().matches("[a-z]{2,3}"))
                .forEach(language -> root.reading().faults().add("badCode", language));
        return found.stream().map(Located::value).distinct().toList();
    }

    private static ZoneId zone(Fields root) {
        root.required("zone");
        return root.parsed("zone", "notAZone", ZoneOffset.UTC, ZoneId::of);
    }
}

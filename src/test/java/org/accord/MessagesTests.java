package org.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Set<String> NAMES_THAT_STAY_LATIN = Set.of("history.accord");
    private static final List<String> ACTS_OUTSIDE_CASES =
            List.of("history.account.", "history.process.", "history.programme.", "history.record.", "history.token.");
    private static final Map<String, String> LISTS = Map.of(
            "standing.",
            "cases.Participation",
            "reason.",
            "tasks.TaskView$Reason",
            "problem.",
            "core.Refused$Kind",
            "textStatus.",
            "texts.TextVersion$Status",
            "failures.fault.",
            "process.FailedJob$Fault",
            "admin.stage.",
            "identity.AccountLife$Stage");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9_.]*)[(}]");
    private static final List<String> INLINE = List.of(
            "th:utext",
            "\\[\\(",
            "th:inline",
            "<style",
            "\\sstyle\\s*=",
            "th:style",
            "<script(?![^>]*\\b(th:)?src=)",
            "\\son[a-z]+\\s*=",
            "th:on[a-z]+",
            "hx-on",
            "javascript:");

    private final Map<String, String> english = read("messages.properties");
    private final Map<String, String> russian = read("messages_ru.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(russian.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void noKeyIsGivenTwice() throws IOException {
        for (String file : List.of("messages.properties", "messages_ru.properties")) {
            assertThat(Files.readAllLines(MainSources.RESOURCES.resolve(file)).stream()
                            .filter(line -> line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .as(file)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPatternParsesInItsLanguage() {
        english.forEach((key, pattern) -> assertThatCode(() -> new MessageFormat(pattern, Locale.ENGLISH))
                .as(key)
                .doesNotThrowAnyException());
        russian.forEach((key, pattern) -> assertThatCode(() -> new MessageFormat(pattern, RUSSIAN))
                .as(key)
                .doesNotThrowAnyException());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        english.forEach((key, pattern) -> assertThat(arguments(russian.getOrDefault(key, ""), RUSSIAN))
                .as(key)
                .isEqualTo(arguments(pattern, Locale.ENGLISH)));
    }

    @Test
    void russianCountsInItsOwnForms() {
        assertThat(russian.entrySet().stream().filter(entry -> entry.getValue().contains(", plural,")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue())
                        .as(entry.getKey())
                        .containsPattern("\\bone ?\\{")
                        .containsPattern("\\bfew ?\\{")
                        .containsPattern("\\bother ?\\{"));
    }

    @Test
    void anApostropheIsDoubledOnlyWhereThePatternIsRead() {
        Map.of("en", english, "ru", russian)
                .forEach((language, messages) ->
                        messages.forEach((key, text) -> assertThat(!text.contains("{") && text.contains("''"))
                                .as(language + " " + key)
                                .isFalse()));
    }

    @Test
    void everyKeyThatATemplateNamesExists() {
        Set<String> named = new TreeSet<>();
        for (Path template : templates()) {
            Matcher key = KEY_IN_TEMPLATE.matcher(MainSources.text(template));
            while (key.find()) {
                named.add(key.group(1));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(withoutWords(named)).isEmpty();
    }

    @Test
    void everyRefusalAndViolationHasItsWords() {
        MessageCodes codes = MessageCodes.ofMainSources();
        assertThat(codes.keys()).hasSizeGreaterThan(50);
        assertThat(withoutWords(codes.keys())).isEmpty();
    }

    @Test
    void noCodeIsHandedOnWhereItIsNotFollowed() {
        assertThat(MessageCodes.ofMainSources().unread()).isSubsetOf(MessageCodes.FOLLOWED);
    }

    @Test
    void everyActInTheHistoryOfACaseHasItsWords() {
        Set<String> acts = MessageCodes.ofMainSources().acts();
        acts.removeIf(act -> ACTS_OUTSIDE_CASES.stream().anyMatch(act::startsWith));
        assertThat(acts).hasSizeGreaterThan(10);
        assertThat(withoutWords(acts)).isEmpty();
    }

    @Test
    void everyKindOfPassageHasItsWords() {
        Set<String> kinds = new TreeSet<>();
        List.of("timer", "message", "error", "escalation", "compensate", "event", "end", "step")
                .forEach(kind -> kinds.add("history." + kind + ".passed"));
        assertThat(withoutWords(kinds)).isEmpty();
    }

    @Test
    void everyWordOfAListHasItsName() throws ClassNotFoundException {
        Set<String> keys = new TreeSet<>();
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            for (Object word : Class.forName("org.accord." + list.getValue()).getEnumConstants()) {
                keys.add(list.getKey() + ((Enum<?>) word).name());
            }
        }
        assertThat(withoutWords(keys)).isEmpty();
    }

    @Test
    void nothingInTheRussianFileIsLeftInEnglish() {
        russian.forEach((key, text) -> {
            String words = text.replaceAll("\\{[^{}]*}", "");
            boolean latinOnly = words.matches("(?s).*[A-Za-z].*") && !words.matches("(?s).*[А-Яа-яЁё].*");
            assertThat(latinOnly && !NAMES_THAT_STAY_LATIN.contains(key))
                    .as(key + "=" + text)
                    .isFalse();
        });
    }

    @Test
    void noTemplateCarriesMarkupFromDataOrCodeOfItsOwn() {
        for (Path template : templates()) {
            String text = MainSources.text(template);
            assertThat(INLINE.stream()
                            .filter(inline ->
                                    Pattern.compile(inline).matcher(text).find()))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    private Set<String> withoutWords(Set<String> keys) {
        Set<String> missing = new TreeSet<>(keys);
        missing.removeAll(english.keySet());
        return missing;
    }

    private static List<Path> templates() {
        List<Path> templates = MainSources.below(MainSources.RESOURCES.resolve("templates"), ".html");
        assertThat(templates).isNotEmpty();
        return templates;
    }

    private static Set<String> arguments(String pattern, Locale locale) {
        return new TreeSet<>(new MessageFormat(pattern, locale).getArgumentNames());
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MainSources.RESOURCES.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }
}

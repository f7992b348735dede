package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTests {

    private static final List<String> LANGUAGES = List.of("en", "ru");

    @Test
    void aLanguageThatIsNotGivenKeepsWhatItSaid() {
        assertThat(Revision.of(LANGUAGES, Map.of("en", "Old", "ru", "Старый"), Map.of("ru", "Новый")))
                .isEqualTo(Map.of("en", "Old", "ru", "Новый"));
    }

    @Test
    void theLanguagesStandInTheOrderOfTheProgramme() {
        assertThat(Revision.of(LANGUAGES, Map.of("ru", "Текст"), Map.of("en", "Text")))
                .containsExactly(Map.entry("en", "Text"), Map.entry("ru", "Текст"));
    }

    @Test
    void lineBreaksAreOneCharacterAndNoSpaceStandsAround() {
        assertThat(Revision.of(LANGUAGES, Map.of(), Map.of("en", "  One\r\n\rTwo\n\n")))
                .containsEntry("en", "One\n\nTwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u00A0\u2003\n"})
    void aTextMustNotBeEmpty(String empty) {
        assertThat(codes(Map.of("en", empty.replace('\u00A0', ' ')))).containsExactly("bodies.en:textEmpty");
    }

    @Test
    void noTextAtAllIsRefusedAndSoIsANull() {
        assertThat(codes(Map.of())).containsExactly("bodies:textEmpty");
        Map<String, String> withNull = new HashMap<>();
        withNull.put("ru", null);
        assertThat(codes(withNull)).containsExactly("bodies.ru:textEmpty");
    }

    @Test
    void charactersAreCountedAsReadersDo() {
        String longest = "ж".repeat(Revision.LONGEST - 1) + "\uD83D\uDD4A";
        assertThat(Revision.of(LANGUAGES, Map.of(), Map.of("ru", longest))).containsEntry("ru", longest);
        assertThat(codes(Map.of("ru", longest + "ж"))).containsExactly("bodies.ru:textTooLong");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(codes(Map.of("en", "", "fr", "Texte", "ru", "ж".repeat(Revision.LONGEST + 1))))
                .containsExactlyInAnyOrder("bodies.en:textEmpty", "bodies:unknownLanguage", "bodies.ru:textTooLong");
    }

    @Test
    void aForeignLanguageIsNamedShortly() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> Revision.of(LANGUAGES, Map.of(), Map.of("x".repeat(5000), "Text")));
        assertThat(refused.violations().get(0).args()).isEqualTo(Arrays.asList("x".repeat(20), "en, ru"));
    }

    private static List<String> codes(Map<String, String> given) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Revision.of(LANGUAGES, Map.of(), given));
        assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
        return refused.violations().stream()
                .map(violation -> violation.field() + ":" + violation.code())
                .toList();
    }
}

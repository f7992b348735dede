package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormFilesTests {

    private static final List<String> LANGUAGES = List.of("en", "ru");

    @TempDir
    private Path directory;

    @Test
    void everyFormOfTheProgrammeParsesAndLints() {
        List<FormDefinition> forms = read("classpath:forms/");

        assertThat(forms).allSatisfy(form -> assertThat(form.fields()).isNotEmpty());
    }

    @Test
    void readsFormsWithTheirSideFiles() {
        assertThat(read("classpath:forms-samples"))
                .extracting(FormDefinition::key)
                .containsExactly("national-review");
    }

    @Test
    void refusesAllFormsAndNamesEveryFaultOfEveryFile() throws IOException {
        Files.writeString(directory.resolve("broken.form"), "{");
        Files.writeString(directory.resolve("sample.form"), Sample.schema("{'type':'clock','id':'a'}"));
        Files.writeString(directory.resolve("sample.ru.json"), "{\"b.text\":\"Слова\"}");
        Files.writeString(directory.resolve("lost.ru.json"), "{}");

        assertThatIllegalStateException()
                .isThrownBy(() -> read(directory.toUri().toString()))
                .withMessageContaining("broken.form: -: brokenJson: ")
                .withMessageContaining("sample.form: a: unknownComponent: clock")
                .withMessageContaining("sample.ru.json: b.text: extraTranslation: Слова")
                .withMessageContaining("lost.ru.json: -: noFormForFile: lost.ru.json");
    }

    private static List<FormDefinition> read(String location) {
        return new FormFiles(LANGUAGES).read(location, Sample.LISTS, Sample.FEEL);
    }
}

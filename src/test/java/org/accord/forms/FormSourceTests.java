package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.core.CanonicalJson;
import org.junit.jupiter.api.Test;

class FormSourceTests {

    private final FormSource source =
            new FormSource("sample", "{\"id\":\"sample\",\"n\":1}", Map.of("ru", "{\"a\":\"А\"}"));

    @Test
    void whiteSpaceAndTheOrderOfKeysMakeNoNewVersion() {
        FormSource rewritten =
                new FormSource("sample", "{ \"n\": 1.0,\n \"id\": \"sample\" }", Map.of("ru", "{ \"a\":\"А\" }"));

        assertThat(rewritten.digest()).isEqualTo(source.digest());
    }

    @Test
    void anotherSchemaOrAnotherTranslationMakesANewVersion() {
        assertThat(new FormSource("sample", "{\"id\":\"sample\",\"n\":2}", source.translations()).digest())
                .isNotEqualTo(source.digest());
        assertThat(new FormSource("sample", source.schema(), Map.of("ru", "{\"a\":\"Б\"}")).digest())
                .isNotEqualTo(source.digest());
        assertThat(new FormSource("sample", source.schema(), Map.of()).digest()).isNotEqualTo(source.digest());
    }

    @Test
    void canonicalJsonEscapesOnlyWhatItMust() {
        assertThat(CanonicalJson.of(Map.of("b", "\"\\\n\u0001é", "a", List.of(1.50, true, Map.of()))))
                .isEqualTo("{\"a\":[1.5,true,{}],\"b\":\"\\\"\\\\\\n\\u0001é\"}");
    }
}

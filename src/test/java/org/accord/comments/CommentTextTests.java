package org.accord.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@chief please look | chief",
                "as agreed (@focal-point.kz, @chief). | focal-point.kz,chief",
                "Прошу @focal-point.uz: ответьте | focal-point.uz",
                "@chief and @chief again | chief",
                "write to mail@chief.example | ''",
                "at @ 5 and @@chief | ''",
                "@chief. | chief"
            })
    void aPostIsMentionedAtTheBeginningOfAWord(String text, String names) {
        assertThat(String.join(",", CommentText.of(text).mentions())).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\u202Ecba", "pay\u200Bpal", "\uFEFFhidden", "x\u2066y\u2069", "soft\u00ADhyphen"})
    void whatNobodySeesIsFound(String text) {
        assertThat(new CommentText(text).firstHidden()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ўзбекистон, Қазақстан, Türkmenistan", "мы – «за», 12 %", "می\u200Cخواهم", "a\nb\tc"})
    void whatPeopleWriteIsNot(String text) {
        assertThat(new CommentText(text).firstHidden()).isEmpty();
    }

    @Test
    void lineEndsAndLettersHaveOneForm() {
        assertThat(CommentText.of("  a\r\nb\rи\u0306  ").text()).isEqualTo("a\nb\nй");
    }

    @Test
    void onlyPostsThatAreCalledUponStandApart() {
        CommentText text = new CommentText("Ask @chief or @nobody.");
        assertThat(text.pieces(Set.of("chief")))
                .containsExactly(
                        new CommentText.Piece("Ask ", null),
                        new CommentText.Piece("@chief", "chief"),
                        new CommentText.Piece(" or @nobody.", null));
    }
}

package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.accord.texts.Comparison.Change;
import org.accord.texts.Comparison.Paragraph;
import org.accord.texts.Comparison.Piece;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextComparisonTests {

    @Test
    void theSameTextIsKeptParagraphByParagraph() {
        assertThat(signs("One.\nTwo.", "One.\nTwo.")).containsExactly("One.", "Two.");
    }

    @Test
    void aChangedWordIsShownInItsParagraph() {
        assertThat(signs("We shall meet yearly.\nDone.", "We will meet yearly.\nDone."))
                .containsExactly("We [-shall][+will] meet yearly.", "Done.");
    }

    @Test
    void wordsOfRussianAreWholeWords() {
        assertThat(signs("Государства обязуются сотрудничать.", "Государства намерены сотрудничать."))
                .containsExactly("Государства [-обязуются][+намерены] сотрудничать.");
    }

    @Test
    void wordsNextToEachOtherChangeTogether() {
        assertThat(signs(
                        "The States of the region agree to meet and to review progress.",
                        "The States of the region resolve firmly to meet and to review progress."))
                .containsExactly("The States of the region [-agree][+resolve firmly] to meet and to review progress.");
        assertThat(signs("Peace one two in the whole region", "Peace three four in the whole region"))
                .containsExactly("Peace [-one two][+three four] in the whole region");
    }

    @Test
    void aSpaceBeforeBothChangesIsKept() {
        assertThat(signs(
                        "Государства рассматривают План и изменяют его только консенсусом.",
                        "Государства рассматривают План и вносят в него изменения только на основе консенсуса."))
                .containsExactly("Государства рассматривают План и [-изменяют его][+вносят в него изменения] только "
                        + "[-консенсусом][+на основе консенсуса].");
    }

    @Test
    void anAddedOrDroppedParagraphStandsWhole() {
        assertThat(signs("One.\nThree.", "One.\nTwo.\nThree.")).containsExactly("One.", "[+Two.]", "Three.");
        assertThat(signs("One.\nTwo.\nThree.", "One.\nThree.")).containsExactly("One.", "[-Two.]", "Three.");
    }

    @Test
    void paragraphsThatHaveNothingInCommonAreNotMixed() {
        assertThat(signs("Alpha beta gamma.", "Совсем другое."))
                .containsExactly("[-Alpha beta gamma.]", "[+Совсем другое.]");
    }

    @Test
    void anEmptyTextHasNoParagraphs() {
        assertThat(signs("", "")).isEmpty();
        assertThat(signs("", "New.")).containsExactly("[+New.]");
        assertThat(signs("Old.", " \n ")).containsExactly("[-Old.]");
    }

    @Test
    void emptyLinesAndSpaceAroundParagraphsDoNotCount() {
        assertThat(signs("One.\n\nTwo.", "One.  \r\n \n\n\tTwo.")).containsExactly("One.", "Two.");
    }

    @Test
    void spaceInsideAParagraphCounts() {
        assertThat(signs("One  word here", "One word here")).containsExactly("One [- ]word here");
    }

    @Test
    void signsOutsideTheFirstPlaneAreNotTorn() {
        assertThat(signs("A dove: \uD83D\uDD4A of peace", "A dove: \uD83D\uDD4B of peace"))
                .containsExactly("A dove: [-\uD83D\uDD4A][+\uD83D\uDD4B] of peace");
    }

    @RepeatedTest(50)
    void whatIsKeptAndDeletedIsTheOldTextAndWhatIsKeptAndInsertedTheNew(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = text(random);
        String after = text(random);
        List<Paragraph> paragraphs = TextComparison.of(before, after);
        assertThat(without(paragraphs, Change.INSERTED)).isEqualTo(before);
        assertThat(without(paragraphs, Change.DELETED)).isEqualTo(after);
        assertThat(paragraphs).allSatisfy(paragraph -> {
            assertThat(paragraph.pieces()).isNotEmpty().noneMatch(piece -> piece.text()
                    .isEmpty());
            assertThat(IntStream.range(1, paragraph.pieces().size()))
                    .noneMatch(i -> paragraph.pieces().get(i).change()
                            == paragraph.pieces().get(i - 1).change());
        });
    }

    @Test
    void longTextsThatDifferInEverythingAreReplacedNotComputed() {
        String lines = "а\n".repeat(50_000);
        String words = "б ".repeat(50_000);
        for (String before : List.of(lines, words)) {
            for (String after : List.of(distinct("\n"), distinct(" "))) {
                List<Paragraph> paragraphs = TextComparison.of(before, after);
                assertThat(without(paragraphs, Change.DELETED)).isEqualTo(after.strip());
            }
        }
    }

    @Test
    void aSmallChangeInALongTextIsFoundAllTheSame() {
        String before = distinct(" ");
        String after = before.replace(" 10500 ", " changed ");
        List<Paragraph> paragraphs = TextComparison.of(before, after);
        assertThat(paragraphs.size()).isEqualTo(1);
        assertThat(paragraphs.get(0).pieces().subList(1, 3))
                .containsExactly(new Piece(Change.DELETED, "10500"), new Piece(Change.INSERTED, "changed"));
    }

    private static String distinct(String separator) {
        return IntStream.range(10_000, 26_000).mapToObj(String::valueOf).collect(Collectors.joining(separator));
    }

    private static String text(Random random) {
        List<String> words = List.of("peace", "мир", "and", "и", "borders,", "границы.", "the", "(a)", "2011");
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(15))
                        .mapToObj(j -> words.get(random.nextInt(words.size())))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String without(List<Paragraph> paragraphs, Change change) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.pieces().stream()
                        .filter(piece -> piece.change() != change)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Each paragraph on a line, with {@code [-what was deleted]} and {@code [+what was inserted]}. */
    private static List<String> signs(String before, String after) {
        return TextComparison.of(before, after).stream()
                .map(paragraph -> paragraph.pieces().stream()
                        .map(TextComparisonTests::sign)
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String sign(Piece piece) {
        return switch (piece.change()) {
            case KEPT -> piece.text();
            case INSERTED -> "[+" + piece.text() + "]";
            case DELETED -> "[-" + piece.text() + "]";
        };
    }
}

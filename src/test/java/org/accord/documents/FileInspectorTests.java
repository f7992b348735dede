package org.accord.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken and what is not, by content. */
class FileInspectorTests {

    private static final FileInspector INSPECTOR = new FileInspector();
    private static final int LARGEST = 10 * 1024 * 1024;

    @TempDir
    Path folder;

    private FileType inspected(String name, byte[] content) throws IOException {
        Path file = folder.resolve("incoming");
        Files.write(file, content);
        return INSPECTOR.inspect(file, name);
    }

    static List<HostileFile> hostile() {
        return HostileFiles.all();
    }

    @Test
    void thereAreTwoHundredHostileFiles() {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void nothingHostileIsTaken(HostileFile hostile) {
        Harmful refused = catchThrowableOfType(
                Harmful.class, () -> inspected(hostile.name(), hostile.content().get()));
        assertThat(refused).as(hostile.toString()).isNotNull();
    }

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of("note.pdf", SoundFiles.pdf("Note"), FileType.PDF),
                Arguments.of("Записка о семинаре.docx", SoundFiles.docx("Записка"), FileType.DOCX),
                Arguments.of("budget.xlsx", SoundFiles.xlsx("21 400"), FileType.XLSX),
                Arguments.of("slides.pptx", SoundFiles.pptx("Borders"), FileType.PPTX),
                Arguments.of("slides with chart.pptx", SoundFiles.pptxWithChart(), FileType.PPTX),
                Arguments.of("note.odt", SoundFiles.odt("Note"), FileType.ODT),
                Arguments.of("budget.ods", SoundFiles.ods("21 400"), FileType.ODS),
                Arguments.of("Map (final).PNG", SoundFiles.png(640, 480), FileType.PNG),
                Arguments.of("photo.jpeg", SoundFiles.jpeg(640, 480), FileType.JPEG),
                Arguments.of("largest.pdf", SoundFiles.pdfOfSize(LARGEST), FileType.PDF));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void everyFormatIsTold(String name, byte[] content, FileType type) throws IOException {
        assertThat(inspected(name, content)).isEqualTo(type);
    }

    /** What is allocated is more than what is held at any moment. */
    @Test
    void theLargestFilesTakeLittleMemory() throws IOException {
        for (Map.Entry<String, byte[]> largest : Map.of(
                        "largest.pdf",
                        SoundFiles.pdfOfSize(LARGEST),
                        "largest.docx",
                        SoundFiles.docxWith(Map.of("word/media/picture.png", SoundFiles.pdfOfSize(LARGEST - 4096))))
                .entrySet()) {
            Path file = folder.resolve(largest.getKey());
            Files.write(file, largest.getValue());
            ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadAllocatedBytes();
            INSPECTOR.inspect(file, largest.getKey());
            assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                    .as(largest.getKey())
                    .isLessThan(32L * 1024 * 1024);
        }
    }

    @Test
    void oneByteTooManyIsTooMany() {
        byte[] content = new byte[LARGEST + 1];
        Harmful refused = catchThrowableOfType(Harmful.class, () -> inspected("note.pdf", content));
        assertThat(refused.code()).isEqualTo("fileTooLarge");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("fileEmpty", "note.pdf", new byte[0]),
                Arguments.of("fileName", "../note.pdf", SoundFiles.pdf("Note")),
                Arguments.of("fileName", "annexe\u202Efdp.docx", SoundFiles.docx("Note")),
                Arguments.of("fileTypeNotTaken", "note.txt", SoundFiles.pdf("Note")),
                Arguments.of("fileNotWhatItSays", "note.png", SoundFiles.pdf("Note")),
                Arguments.of(
                        "fileActive", "note.docx", SoundFiles.docxWith(Map.of("word/vbaProject.bin", new byte[] {1}))),
                Arguments.of(
                        "fileNested",
                        "note.docx",
                        SoundFiles.docxWith(Map.of("word/media/image1.png", SoundFiles.docx("Inner")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleHasItsName(String code, String name, byte[] content) {
        Harmful refused = catchThrowableOfType(Harmful.class, () -> inspected(name, content));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void everyRuleOfTheInspectionRefusesSomethingHostile() {
        assertThat(hostile().stream()
                        .map(hostile -> catchThrowableOfType(
                                Harmful.class,
                                () -> inspected(
                                        hostile.name(), hostile.content().get())))
                        .map(Harmful::code))
                .contains(
                        "fileActive",
                        "fileDamaged",
                        "fileEmpty",
                        "fileEncrypted",
                        "fileName",
                        "fileNested",
                        "fileNotWhatItSays",
                        "filePicturesTooLarge",
                        "fileTypeNotTaken",
                        "fileUnpacksTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:document><w:p>", "<a/><b/>", "no XML at all"})
    void aTextThatCannotBeReadIsDamaged(String body) throws IOException {
        Path file = folder.resolve("broken.docx");
        Files.write(file, SoundFiles.docxWith(Map.of("word/document.xml", body.getBytes(StandardCharsets.UTF_8))));
        Harmful refused = catchThrowableOfType(Harmful.class, () -> LanguageCheck.require(file, FileType.DOCX, "en"));
        assertThat(refused.code()).isEqualTo("fileDamaged");
    }

    @ParameterizedTest
    @CsvSource({"ru, en", "en, ru"})
    void aTextInTheLettersOfAnotherLanguageIsRefused(String chosen, String written) throws IOException {
        String words = written.equals("ru") ? "Совместный план действий " : "The joint plan of action ";
        for (FileType type : List.of(FileType.DOCX, FileType.ODT)) {
            Path file = folder.resolve(type.name());
            Files.write(
                    file, type == FileType.DOCX ? SoundFiles.docx(words.repeat(20)) : SoundFiles.odt(words.repeat(20)));
            LanguageCheck.require(file, type, written);
            Harmful refused = catchThrowableOfType(Harmful.class, () -> LanguageCheck.require(file, type, chosen));
            assertThat(refused.code()).isEqualTo("fileLanguage");
        }
    }
}

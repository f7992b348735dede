package org.accord.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.accord.core.CsvLine;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.verification.VerifyCommand;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTests {

    private static final String WHOLE = "/api/v1/audit/export";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private Hearing hearing;

    @BeforeAll
    void somethingHappens() {
        hearing = Hearing.beforeStates(port);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> lines(ofCase("auditor", "jsonl").body()).size() > 10);
    }

    private Answer ofCase(String userName, String format) {
        return Caller.as(port, userName).get("/api/v1/cases/" + hearing.key() + "/export?format=" + format);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private Path written(List<String> lines) throws IOException {
        return Files.write(folder.resolve("record.jsonl"), lines);
    }

    private void assertVerdict(Path export, int expected) throws Exception {
        SecondVerifier.Verdict second = SecondVerifier.of(export);
        assertThat(VerifyCommand.run(VerifyCommand.NAME, "--from=" + export))
                .as("audit-verify")
                .isEqualTo(expected);
        assertThat(second.exitCode()).as(second.said()).isEqualTo(expected);
    }

    @Test
    void bothVerifiersFindTheWholeRecordAndThatOfACaseSound() throws Exception {
        assertVerdict(written(lines(Caller.as(port, "auditor").get(WHOLE).body())), 0);
        assertVerdict(written(lines(ofCase("auditor", "jsonl").body())), 0);
        assertVerdict(
                written(lines(Caller.as(port, "auditor")
                        .get(WHOLE + "?from=2000-01-01T00:00:00Z")
                        .body())),
                0);
    }

    enum Change {
        ACTOR_CHANGED,
        ENTRY_LEFT_OUT,
        ENTRIES_SWAPPED,
        END_CUT_OFF,
        ENTRY_REPEATED,
        SALT_CHANGED,
        WORD_CHANGED,
        ROOT_CHANGED,
        SIZE_CHANGED,
        SIGNATURE_CHANGED,
        NUMBER_CHANGED;

        List<String> in(List<String> sound) {
            List<String> lines = new ArrayList<>(sound);
            int middle = lines.size() / 2;
            switch (this) {
                case ACTOR_CHANGED ->
                    lines.set(middle, lines.get(middle).replace("\\\"name\\\":\\\"", "\\\"name\\\":\\\"x"));
                case ENTRY_LEFT_OUT -> lines.remove(middle);
                case ENTRIES_SWAPPED -> Collections.swap(lines, middle, middle + 1);
                case END_CUT_OFF -> lines.remove(lines.size() - 1);
                case ENTRY_REPEATED -> lines.add(middle, lines.get(middle));
                case SALT_CHANGED ->
                    lines.set(middle, lines.get(middle).replaceFirst("\"salt\":\"..", "\"salt\":\"00"));
                case WORD_CHANGED -> lines.replaceAll(line -> line.replaceFirst("\"value\": ?\"", "\"value\":\"x"));
                case ROOT_CHANGED ->
                    lines.set(0, lines.get(0).replaceFirst("(checkpoint\":\"[^\\\\]*\\\\n[0-9]+\\\\n)....", "$1AAAA"));
                case SIZE_CHANGED -> lines.set(0, lines.get(0).replaceFirst("(checkpoint\":\"[^\\\\]*\\\\n)", "$11"));
                case SIGNATURE_CHANGED ->
                    lines.set(0, lines.get(0).replaceFirst("(\u2014 [^ ]* ........)....", "$1AAAA"));
                case NUMBER_CHANGED -> lines.set(middle, lines.get(middle).replaceFirst("\"entry\":", "\"entry\":9"));
            }
            assertThat(lines).isNotEqualTo(sound);
            return lines;
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void bothVerifiersFindWhatWasDoneToACopy(Change change) throws Exception {
        List<String> sound = lines(Caller.as(port, "auditor").get(WHOLE).body());

        assertVerdict(written(change.in(sound)), 1);
    }

    @Test
    void erasedWordsLeaveEveryProofValidAndAreGoneFromEveryExport() throws Exception {
        Caller.as(port, "auditor").get("/api/v1/audit/entries?q=words-that-will-be-erased");
        long entry = Caller.as(port, "auditor")
                .get("/api/v1/audit/entries?action=record.read&q=words-that-will-be-erased&limit=100")
                .items()
                .get(0)
                .path("index")
                .asLong();
        Map<String, Object> erasure = Map.of("entry", entry, "reason", "Asked for.");
        assertThat(Caller.as(port, "auditor")
                        .post("/api/v1/audit/erasures", erasure)
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as(port, "records-officer")
                        .post("/api/v1/audit/erasures", erasure)
                        .status())
                .isEqualTo(204);
        assertThat(Caller.as(port, "records-officer")
                        .post("/api/v1/audit/erasures", erasure)
                        .code())
                .isEqualTo("noWords");
        assertThat(Caller.as(port, "records-officer")
                        .post("/api/v1/audit/erasures", Map.of("entry", 1))
                        .violations())
                .containsExactly("reason:required");
        assertThat(Caller.as(port, "records-officer")
                        .post("/api/v1/audit/erasures", Map.of("reason", "x"))
                        .violations())
                .containsExactly("entry:required");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Caller.as(port, "auditor").get(WHOLE).body().contains("record.wordsErased"));
        Path whole = written(lines(Caller.as(port, "auditor").get(WHOLE).body()));
        assertVerdict(whole, 0);
        String line = Files.readAllLines(whole).stream()
                .filter(one -> one.startsWith("{\"entry\":" + entry + ","))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("commitment").doesNotContain("will-be-erased");
        Browser auditor = Browser.signedIn(port, "auditor");
        auditor.get("/audit/verification");
        auditor.post("/audit/verification", Map.of());
        assertThat(auditor.get("/audit/verification?lang=en").body()).contains("The record is what was sealed.");
    }

    @Test
    void theRecordsOfficerErasesOnAPageAndIsToldWhatIsWrong() {
        Browser officer = Browser.signedIn(port, "records-officer");
        assertThat(officer.get("/records/erasures?lang=ru").body()).contains("Стереть навсегда");
        Answer refused =
                officer.post("/records/erasures", Map.of("entry", "twelve", "ground", "request", "reason", "Because."));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"twelve\"", "value=\"Because.\"", "field-error");
        assertThat(Browser.signedIn(port, "chair").get("/records/erasures").status())
                .isEqualTo(403);
    }

    @Test
    void bothVerifiersSayWhenAFileIsNoExport() throws Exception {
        assertVerdict(written(List.of("{\"format\":\"something else\"}")), 2);
    }

    @Test
    void aCheckpointThatWasKeptShowsThatTheEndIsMissing() throws Exception {
        Path earlier = written(lines(Caller.as(port, "auditor").get(WHOLE).body()));
        Path kept = folder.resolve("kept");
        Hearing.opened(port);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            Files.writeString(kept, new Browser(port).get("/log/checkpoint").body());
            return !Files.readString(earlier)
                    .contains(Files.readString(kept).lines().toList().get(1) + "\\n");
        });

        assertThat(SecondVerifier.of(earlier, "--checkpoint", kept.toString()).said())
                .contains("RECORD_CUT");
        assertThat(VerifyCommand.run(VerifyCommand.NAME, "--from=" + earlier, "--checkpoint=" + kept))
                .isEqualTo(1);
    }

    @Test
    void aReaderTakesAlongOnlyWhatTheyMaySee() throws Exception {
        List<JsonNode> all = entries(ofCase("auditor", "jsonl").body());
        List<JsonNode> ofKazakhstan = entries(ofCase("focal-point.kz", "jsonl").body());

        assertThat(ofKazakhstan).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(ofKazakhstan)
                .noneMatch(entry -> entry.path("body").asText().contains("\"scope\":{\"state\":\"KG\"}"));
        assertVerdict(written(lines(ofCase("focal-point.kz", "jsonl").body())), 0);
    }

    private static List<JsonNode> entries(String export) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : lines(export).subList(1, lines(export).size())) {
            entries.add(JSON.readTree(line));
        }
        return entries;
    }

    @Test
    void theTableHasALineForEachEntryAndNoFormula() {
        Answer csv = ofCase("auditor", "csv");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("CONFIDENTIAL");
        assertThat(csv.body()).startsWith("\uFEFF\"entry\",\"at\"").contains("\r\n");
        assertThat(csv.body().split("\r\n")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1|\"'=1+1\"",
                "+1|\"'+1\"",
                "-1|\"'-1\"",
                "@x|\"'@x\"",
                "a\"b|\"a\"\"b\"",
                "a,b|\"a,b\"",
                "plain|\"plain\""
            },
            delimiter = '|')
    void aCellIsQuotedAndNeverComputed(String value, String cell) {
        assertThat(CsvLine.of(value, "\t=x", null).text()).isEqualTo(cell + ",\"'\t=x\",\"\"\r\n");
    }

    @Test
    void theEventLogFollowsTheRulesOfItsStandard() throws Exception {
        byte[] file =
                Caller.as(port, "auditor").get(WHOLE + "?format=xes").body().getBytes(StandardCharsets.UTF_8);
        assertValid(file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Element log = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getDocumentElement();

        assertThat(log.getAttribute("xes.version")).isEqualTo("1849.2016");
        assertThat(log.hasAttribute("xes.features")).isTrue();
        assertThat(kinds(log)).isSortedAccordingTo(Comparator.comparing(ExportTests::place));
        assertThat(values(log, "extension", "prefix")).containsExactly("concept", "lifecycle", "org", "time");
        NodeList traces = log.getElementsByTagNameNS("*", "trace");
        assertThat(traces.getLength()).isPositive();
        for (int at = 0; at < traces.getLength(); at++) {
            assertTrace((Element) traces.item(at));
        }
    }

    /** Against the schema that the standard's working group published, which is on the test's classpath. */
    private static void assertValid(byte[] log) throws SAXException, IOException {
        URL schema = Objects.requireNonNull(ExportTests.class.getResource("/xes.xsd"));
        Validator validator =
                SchemaFactory.newDefaultInstance().newSchema(schema).newValidator();
        validator.validate(new StreamSource(new ByteArrayInputStream(log)));
        String otherwise = new String(log, StandardCharsets.UTF_8).replace("<trace>", "<trace><trace/>");
        assertThatThrownBy(() -> validator.validate(new StreamSource(new StringReader(otherwise))))
                .isInstanceOf(SAXException.class);
    }

    private static String place(String kind) {
        return List.of("extension", "global", "classifier", "string", "trace").indexOf(kind) + kind;
    }

    private static List<String> kinds(Element parent) {
        return children(parent).stream().map(Node::getLocalName).toList();
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> values(Element parent, String kind, String attribute) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(kind))
                .map(child -> child.getAttribute(attribute))
                .toList();
    }

    private static void assertTrace(Element trace) {
        assertThat(values(trace, "string", "key")).containsExactly("concept:name");
        for (Element event : children(trace)) {
            if (event.getLocalName().equals("event")) {
                assertThat(values(event, "string", "key"))
                        .contains("concept:name", "lifecycle:transition", "org:resource")
                        .doesNotHaveDuplicates();
                assertThat(OffsetDateTime.parse(values(event, "date", "value").get(0)))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en,Case file,CONFIDENTIAL,Digest", "ru,Досье,КОНФИДЕНЦИАЛЬНО,Контрольная сумма"})
    void theCaseFileIsMarkedAndNumberedOnEachPageAndHasItsDigestOnTheLast(
            String language, String title, String marking, String digest) throws IOException {
        byte[] file = Browser.signedIn(port, "auditor")
                .bytes("/cases/" + hearing.key() + "/export?format=pdf&lang=" + language);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).as("page " + page).contains(marking, page + " / " + pages);
            }
            assertThat(text(pdf, 1)).contains(title, hearing.key());
            assertThat(text(pdf, pages)).contains(digest).containsPattern("[0-9a-f]{64}");
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    @Test
    void thatAnExportWasTakenIsRecorded() {
        ofCase("focal-point.kz", "csv");

        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/audit/entries?action=record.exported&case=" + hearing.key())
                        .items())
                .anyMatch(entry -> entry.path("actor").asText().equals("focal-point.kz"));
    }

    @Test
    void whoMayNotReadMayNotTake() {
        assertThat(Caller.as(port, "chair").get(WHOLE).status()).isEqualTo(403);
        assertThat(Caller.nobody(port).get(WHOLE).status()).isEqualTo(401);
        Answer unknown = Caller.as(port, "auditor").get("/api/v1/cases/WKS-1999-999/export");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("noSuchCase");
    }

    @ParameterizedTest
    @CsvSource({
        "format=doc,422",
        "format=pdf,422",
        "from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z,422",
        "from=yesterday,400"
    })
    void whatCannotBeTakenIsRefused(String query, int status) {
        assertThat(Caller.as(port, "auditor").get(WHOLE + "?" + query).status()).isEqualTo(status);
    }
}

package org.accord.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.core.Digest;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Multipart;
import org.accord.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents of a case over HTTP: handed in, read by whom D8 says, in editions and languages, kept and destroyed. */
@AccordTest
class DocumentsTests {

    @LocalServerPort
    int port;

    @Autowired
    DocumentsProperties properties;

    @Autowired
    JdbcClient jdbc;

    private String key;
    private int made;

    @BeforeEach
    void aCase() {
        key = Caller.as(port, "programme-manager")
                .post("/api/v1/cases", Map.of("process", "workshop"))
                .json()
                .path("key")
                .asText();
    }

    private Answer add(String userName, String content, String language, String name, byte[] file) {
        return Caller.as(port, userName)
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        Multipart.file(
                                name,
                                file,
                                Map.of("title", "Note on borders", "content", content, "language", language)));
    }

    private JsonNode added(String userName, String content) {
        Answer answer = add(userName, content, "en", "note.pdf", SoundFiles.pdf("Note " + key + content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer edition(String userName, String id, String kind, String reason, String language) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind);
        fields.put("reason", reason);
        fields.put("language", language);
        return Caller.as(port, userName)
                .upload(
                        "/api/v1/documents/" + id + "/editions",
                        Multipart.file("note.pdf", SoundFiles.pdf(kind + reason + language + key), fields));
    }

    private Answer language(String userName, String id, int edition, String language) {
        return Caller.as(port, userName)
                .upload(
                        "/api/v1/documents/" + id + "/" + edition + "/languages",
                        Multipart.file(
                                "записка.pdf", SoundFiles.pdf(language + id + ++made), Map.of("language", language)));
    }

    private boolean reads(String userName, JsonNode document) {
        Answer answer = Caller.as(port, userName)
                .get("/api/v1/documents/" + document.path("id").asText());
        assertThat(answer.status()).isIn(200, 404);
        return answer.status() == 200;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(properties.folder())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileLiesUnderItsDigestAndIsServedToBeSavedOnly() throws IOException {
        byte[] content = SoundFiles.pdf("Note " + key);
        Answer answer = add("programme-manager", "issued", "en", "Записка.pdf", content);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("classification").asText()).isEqualTo("unclassified");
        String digest = answer.json().at("/editions/0/files/0/digest").asText();
        assertThat(digest).isEqualTo(Digest.of(content).hex());
        assertThat(properties.folder().resolve(digest.substring(0, 2)).resolve(digest))
                .hasBinaryContent(content);

        Answer file = Caller.as(port, "focal-point.kz")
                .get("/api/v1/documents/" + answer.json().path("id").asText() + "/1/en");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains("filename*=UTF-8''%D0%97");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "ordinary, confidential, political-officer, focal-point.kz",
        "nationalPosition, confidential, chair, focal-point.kg",
        "draftText, confidential, focal-point.kg, donor.eu",
        "personalData, confidential, political-officer, focal-point.kg",
        "silenceObjection, confidential, focal-point.kg, consultant",
        "evaluationAnswers, confidential, me-officer, political-officer",
        "issued, unclassified, donor.eu, ",
        "grave, strictly_confidential, political-officer, focal-point.kg",
        "grave, strictly_confidential, head-of-mission, chief",
    })
    void whoReadsItFollowsFromWhatItContains(String content, String level, String reader, String stranger) {
        JsonNode document = added(content.equals("nationalPosition") ? "focal-point.kz" : "programme-manager", content);

        assertThat(document.path("classification").asText()).isEqualTo(level);
        assertThat(reads(reader, document)).as(reader).isTrue();
        assertThat(reads("auditor", document)).as("the auditor").isTrue();
        if (stranger != null) {
            assertThat(reads(stranger, document)).as(stranger).isFalse();
            assertThat(Caller.as(port, stranger)
                            .get("/api/v1/documents?q=" + key)
                            .items())
                    .isEmpty();
            assertThat(Caller.as(port, stranger)
                            .get("/api/v1/documents/" + document.path("id").asText() + "/1/en")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatAStateConfidesOnThreatsIsNotStored() throws IOException {
        int before = files().size();
        Answer refused = add("focal-point.kz", "stateConfidence", "en", "note.pdf", SoundFiles.pdf("Threats " + key));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("content:pointerOnly");
        assertThat(files()).hasSize(before);
    }

    @Test
    void theMarkingStandsInTheNameOfAConfidentialFileAndItsReadingIsRecorded() {
        String id = added("programme-manager", "draftText").path("id").asText();
        assertThat(Caller.as(port, "chief")
                        .get("/api/v1/documents/" + id + "/1/en")
                        .header("Content-Disposition"))
                .contains("CONFIDENTIAL");
        assertThat(recorded("document.read").get(0).path("actor").asText()).isEqualTo("chief");
    }

    @Test
    void aStrictlyConfidentialFileSaysSoInItsName() {
        String id = added("programme-manager", "grave").path("id").asText();
        assertThat(Caller.as(port, "political-officer")
                        .get("/api/v1/documents/" + id + "/1/en")
                        .header("Content-Disposition"))
                .contains("STRICTLY%20CONFIDENTIAL");
        assertThat(recorded("document.read").get(0).path("actor").asText()).isEqualTo("political-officer");
    }

    @ParameterizedTest
    @CsvSource({"en,1280,STRICTLY CONFIDENTIAL", "ru,360,СТРОГО КОНФИДЕНЦИАЛЬНО"})
    void aStrictlyConfidentialDocumentIsMarkedOnItsPage(String language, int width, String marking) {
        String id = added("programme-manager", "grave").path("id").asText();
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "political-officer", language, width, true)
                    .open("/documents/" + id)
                    .looksRight("document-strictly-confidential");
            assertThat(visit.page().locator("main p.marking").innerText()).isEqualTo(marking);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "head-of-mission,true",
        "political-officer,true",
        "auditor,true",
        "chair,false",
        "chief,false",
        "focal-point.kg,false"
    })
    void whatHappensToAStrictlyConfidentialDocumentIsToldToItsReadersOnly(String reader, boolean told) {
        added("programme-manager", "grave");

        assertThat(Caller.as(port, reader).get("/api/v1/cases/" + key + "/history?limit=100").items().stream()
                        .anyMatch(entry -> entry.path("action").asText().equals("document.added")))
                .isEqualTo(told);
    }

    @Test
    void whoMayNotReadWhatIsStrictlyConfidentialDoesNotLowerItsMarking() {
        String id = added("programme-manager", "grave").path("id").asText();

        Answer refused = Browser.signedIn(port, "records-officer")
                .post(
                        "/documents/" + id + "/custody",
                        Map.of("_do", "classify", "content", "issued", "reason", "Told so."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/documents/" + id)
                        .json()
                        .path("classification")
                        .asText())
                .isEqualTo("strictly_confidential");
    }

    private List<JsonNode> recorded(String action) {
        return Caller.as(port, "auditor").get("/api/v1/cases/" + key + "/history?limit=100").items().stream()
                .filter(entry -> entry.path("action").asText().equals(action))
                .toList();
    }

    @Test
    void revisionCorrigendumAndAddendumAreThreeDifferentThings() {
        String id = added("programme-manager", "issued").path("id").asText();
        assertThat(edition("programme-manager", id, "corrigendum", "A date was wrong.", "en")
                        .status())
                .isEqualTo(201);
        assertThat(edition("programme-manager", id, "revision", "Rewritten.", "en")
                        .status())
                .isEqualTo(201);
        assertThat(edition("programme-manager", id, "addendum", "A list.", "en").status())
                .isEqualTo(201);
        JsonNode document =
                edition("programme-manager", id, "revision", "Again.", "en").json();

        String symbol = document.path("symbol").asText();
        assertThat(document.path("editions").findValuesAsText("symbol"))
                .containsExactly(symbol, symbol + "/Corr.1", symbol + "/Rev.1", symbol + "/Add.1", symbol + "/Rev.2");
        assertThat(Browser.signedIn(port, "donor.eu")
                        .get("/documents/" + id + "?lang=en")
                        .body())
                .contains("A date was wrong.", "Corrigendum", "Addendum")
                .containsPattern("/Rev\\.2</span>\\s*<span class=\"tag ended\">in force");
        assertThat(edition("programme-manager", id, "", "No kind.", "en").violations())
                .containsExactly("kind:required");
        assertThat(edition("programme-manager", id, "revision", "", "en").violations())
                .containsExactly("reason:required");
        Answer stranger = edition("donor.eu", id, "revision", "Mine.", "en");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.code()).isEqualTo("mayNotChangeDocument");
    }

    @Test
    void twoEditionsAreComparedWordByWord() {
        String id = add(
                        "programme-manager",
                        "issued",
                        "en",
                        "agenda.docx",
                        SoundFiles.docx("Opening at nine.", "Lunch " + key))
                .json()
                .path("id")
                .asText();
        Map<String, String> fields = Map.of("kind", "revision", "reason", "Later.", "language", "en");
        Caller.as(port, "programme-manager")
                .upload(
                        "/api/v1/documents/" + id + "/editions",
                        Multipart.file("agenda.docx", SoundFiles.docx("Opening at ten.", "Lunch " + key), fields));
        Browser donor = Browser.signedIn(port, "donor.eu");
        assertThat(donor.get("/documents/" + id + "?lang=en").body()).contains("What changed since");
        assertThat(donor.get("/documents/" + id + "/compare?from=1&to=2").body())
                .contains("nine", "ten", "<ins>", "<del>", "Lunch " + key);
        edition("programme-manager", id, "revision", "As PDF.", "en");
        Answer incomparable = donor.get("/documents/" + id + "/compare?from=2&to=3");
        assertThat(incomparable.status()).isEqualTo(409);
        assertThat(incomparable.body()).contains("no language in common");
        assertThat(donor.get("/documents/" + id + "/compare?from=2&to=nine").status())
                .isEqualTo(400);
    }

    @Test
    void languagesAreCertifiedByAReviserWhoHandedInNeither() {
        String id = added("programme-manager", "issued").path("id").asText();
        Caller reviser = Caller.as(port, "reviser");
        String parity = "/api/v1/documents/" + id + "/1/parity";
        assertThat(reviser.post(parity, Map.of()).code()).isEqualTo("parityIncomplete");

        JsonNode both = language("translator", id, 1, "ru").json();
        assertThat(both.at("/editions/0/parity").asText()).isEqualTo("not_certified");
        assertThat(Caller.as(port, "translator").post(parity, Map.of()).code()).isEqualTo("onlyReviserCertifies");
        assertThat(reviser.post(parity, Map.of())
                        .json()
                        .at("/editions/0/parity")
                        .asText())
                .isEqualTo("certified");
        assertThat(language("translator", id, 1, "ru").violations()).containsExactly("language:languageThere");
        assertThat(language("translator", id, 1, "de").violations()).containsExactly("language:unknownLanguage");

        String own = added("reviser", "draftText").path("id").asText();
        language("translator", own, 1, "ru");
        assertThat(reviser.post("/api/v1/documents/" + own + "/1/parity", Map.of())
                        .code())
                .isEqualTo("reviserHandedItIn");
    }

    @Test
    void theSameFileTwiceIsToldWhereItIs() {
        JsonNode first = added("programme-manager", "issued");
        Answer again =
                add("programme-manager", "issued", "en", "other-name.pdf", SoundFiles.pdf("Note " + key + "issued"));
        assertThat(again.violations()).containsExactly("file:fileKnown");
        assertThat(again.body()).contains(first.path("symbol").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "'', issued, en, title:required",
        "Note, '', en, content:required",
        "Note, secret, en, content:notAnOption",
        "Note, issued, '', language:required",
        "Note, issued, de, language:unknownLanguage",
        "Note, nationalPosition, en, content:stateNeeded",
    })
    void everyFaultHasItsField(String title, String content, String language, String violation) {
        Answer refused = Caller.as(port, "programme-manager")
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        Multipart.file(
                                "note.pdf",
                                SoundFiles.pdf("Note"),
                                Map.of("title", title, "content", content, "language", language)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aTitleHasTwoHundredCharactersAtMost(int length) {
        Answer answer = Caller.as(port, "programme-manager")
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        Multipart.file(
                                "note.pdf",
                                SoundFiles.pdf("Title " + key + length),
                                Map.of("title", "т".repeat(length), "content", "issued", "language", "en")));
        assertThat(answer.status()).isEqualTo(length > 200 ? 422 : 201);
        if (length > 200) {
            assertThat(answer.violations()).containsExactly("title:maxLength");
            assertThat(answer.body()).contains("201", "200");
        }
    }

    @Test
    void whatIsHandedInWithoutAFileIsToldSo() {
        Answer refused = Caller.as(port, "programme-manager")
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        new Multipart(
                                Map.of("title", "Note", "content", "issued", "language", "en"),
                                "attachment",
                                "note.pdf",
                                SoundFiles.pdf("Note")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("file:required");
    }

    @Test
    void aDocumentThatIsNotThereIsCalledByItsName() {
        Answer none = Caller.as(port, "chief").get("/api/v1/documents/00000000-0000-7000-8000-000000000000");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("noSuchDocument");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtItsFieldAndAHugeOneAtTheDoor() {
        assertThat(add("programme-manager", "issued", "en", "note.pdf", new byte[10 * 1024 * 1024 + 1])
                        .violations())
                .containsExactly("file:fileTooLarge");
        assertThat(add("programme-manager", "issued", "en", "note.pdf", new byte[13 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aRefusedFileLeavesNothingBehindButARecordOfTheAttempt() throws IOException {
        int before = files().size();
        Answer refused = add(
                "donor.eu",
                "ordinary",
                "en",
                "note.docx",
                SoundFiles.docxWith(Map.of("word/vbaProject.bin", new byte[9])));
        assertThat(refused.violations()).containsExactly("file:fileActive");
        assertThat(files()).hasSize(before);
        assertThat(recorded("document.refused").get(0).at("/details/rule").asText())
                .isEqualTo("fileActive");
    }

    @Test
    void aRequestThatIsTooLargeIsTurnedAwayInWords() {
        byte[] large = new byte[14 * 1024 * 1024];
        Answer api = add("programme-manager", "ordinary", "en", "large.pdf", large);
        assertThat(api.status()).isEqualTo(413);
        assertThat(api.json().path("detail").asText()).isNotBlank();

        Browser browser = Browser.signedIn(port, "programme-manager");
        browser.get("/cases/" + key + "/documents?lang=ru");
        Answer page = browser.upload(
                "/cases/" + key + "/documents", Multipart.file("large.pdf", large, Map.of("content", "ordinary")));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("<h1");
    }

    @Test
    void aFileThatWasChangedOnTheDiskIsGivenToNobody() throws IOException {
        JsonNode document = added("programme-manager", "issued");
        String digest = document.at("/editions/0/files/0/digest").asText();
        Files.writeString(properties.folder().resolve(digest.substring(0, 2)).resolve(digest), "something else");

        Answer refused = Caller.as(port, "chief")
                .get("/api/v1/documents/" + document.path("id").asText() + "/1/en");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("fileTampered");
        assertThat(recorded("document.tampered")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor"})
    void whoHasNoWorkAddsNothing(String userName) {
        assertThat(add(userName, "issued", "en", "note.pdf", SoundFiles.pdf("Note"))
                        .code())
                .isEqualTo("mayNotAddDocuments");
    }

    @Test
    void theRecordsOfficerHoldsAndDestroysAndNobodyElse() throws IOException {
        JsonNode document = added("programme-manager", "ordinary");
        String id = document.path("id").asText();
        Browser officer = Browser.signedIn(port, "records-officer");
        officer.get("/documents/" + id + "?lang=en");
        String custody = "/documents/" + id + "/custody";
        Answer early = officer.post(custody, Map.of("_do", "destroy", "reason", "Over."));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("may not be destroyed yet");
        assertThat(officer.post(custody, Map.of("_do", "hold", "reason", "")).status())
                .isEqualTo(422);
        assertThat(officer.post(custody, Map.of("_do", "hold", "reason", "An audit runs."))
                        .status())
                .isEqualTo(302);
        closedLongAgo();
        assertThat(officer.post(custody, Map.of("_do", "destroy", "reason", "Over."))
                        .body())
                .contains("legal hold: An audit runs.");
        officer.post(custody, Map.of("_do", "release", "reason", "The audit is over."));

        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/documents/" + id + "?lang=en");
        Answer forbidden = manager.post(custody, Map.of("_do", "destroy"));
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.body()).contains("Only the records officer");
        assertThat(officer.post(custody, Map.of("_do", "destroy")).status()).isEqualTo(302);

        String digest = document.at("/editions/0/files/0/digest").asText();
        assertThat(properties.folder().resolve(digest.substring(0, 2)).resolve(digest))
                .doesNotExist();
        assertThat(officer.get("/documents/" + id).body()).contains("Its files were destroyed", digest);
        assertThat(Caller.as(port, "chief")
                        .get("/api/v1/documents/" + id + "/1/en")
                        .status())
                .isEqualTo(409);
        assertThat(recorded("document.held")).hasSize(1);
        assertThat(recorded("document.destroyed")).hasSize(1);
    }

    private void closedLongAgo() {
        jdbc.sql(
                        "update accord.case_file set status = 'ENDED', ended = timestamptz '2013-05-01 00:00Z' where case_key = :key")
                .param("key", key)
                .update();
    }

    @Test
    void theRecordsOfficerKeepsWhatTheyMayNotRead() {
        JsonNode document = added("programme-manager", "personalData");
        String id = document.path("id").asText();
        Browser officer = Browser.signedIn(port, "records-officer");
        assertThat(officer.get("/documents/" + id + "?lang=en").body())
                .contains("Place a legal hold")
                .doesNotContain("/documents/" + id + "/1/en");
        assertThat(Caller.as(port, "records-officer")
                        .get("/api/v1/documents/" + id + "/1/en")
                        .status())
                .isEqualTo(404);
        closedLongAgo();
        assertThat(officer.post("/documents/" + id + "/custody", Map.of("_do", "destroy"))
                        .status())
                .isEqualTo(302);
        assertThat(recorded("document.destroyed")).hasSize(1);
    }

    @Test
    void aPositionHandedInAsAWorkingPaperIsPutRightByItsState() {
        JsonNode document = added("focal-point.kz", "ordinary");
        assertThat(reads("chief", document)).isTrue();
        Browser focalPoint = Browser.signedIn(port, "focal-point.kz");
        focalPoint.get("/documents/" + document.path("id").asText());
        focalPoint.post(
                "/documents/" + document.path("id").asText() + "/custody",
                Map.of("_do", "classify", "content", "nationalPosition", "reason", "It is our position."));
        assertThat(reads("chief", document)).isFalse();
        assertThat(reads("political-officer", document)).isTrue();
        assertThat(reads("focal-point.kg", document)).isFalse();
        assertThat(Caller.as(port, "donor.eu")
                        .get("/api/v1/cases/" + key + "/history?limit=100")
                        .body())
                .doesNotContain("It is our position.");
    }

    @Test
    void nothingIsAddedToADocumentThatWasDestroyed() {
        JsonNode document = added("programme-manager", "ordinary");
        closedLongAgo();
        Browser officer = Browser.signedIn(port, "records-officer");
        officer.get("/documents/" + document.path("id").asText());
        officer.post("/documents/" + document.path("id").asText() + "/custody", Map.of("_do", "destroy"));
        assertThat(edition("programme-manager", document.path("id").asText(), "revision", "Late.", "en")
                        .code())
                .isEqualTo("documentDestroyed");
    }

    @Test
    void theOriginatorMayOpenWhatWasKeptToTheSecretariat() {
        JsonNode document = added("programme-manager", "ordinary");
        assertThat(reads("donor.eu", document)).isFalse();
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/documents/" + document.path("id").asText());
        String custody = "/documents/" + document.path("id").asText() + "/custody";
        manager.post(custody, Map.of("_do", "classify", "content", "issued", "reason", "It was issued."));
        assertThat(reads("donor.eu", document)).isTrue();
        assertThat(recorded("document.reclassified").get(0).at("/details/from").asText())
                .isEqualTo("ordinary");
    }
}

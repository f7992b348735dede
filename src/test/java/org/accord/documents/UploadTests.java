package org.accord.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Multipart;
import org.accord.testing.Proposal;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents handed in from the pages: with a task and on a case, with and without scripts. */
@AccordTest
class UploadTests {

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    @Autowired
    DocumentsProperties properties;

    @TempDir
    Path folder;

    private Proposal proposal;

    @BeforeEach
    void aProposalIsWritten() {
        jobs.stop();
        proposal = Proposal.opened(port, jobs, time);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private List<Path> temporary() throws IOException {
        Path incoming = Files.createDirectories(properties.folder().resolve("incoming"));
        try (Stream<Path> files = Files.list(incoming)) {
            return files.toList();
        }
    }

    /** A browser cannot send the few names that it writes down in another way. */
    @Test
    void twoHundredHostileFilesAreRefusedAtTheDoorAndNothingIsLeft() throws IOException {
        List<HostileFile> all = HostileFiles.all().stream()
                .filter(hostile -> !hostile.name().matches("(?s).*[\0\r\n\"].*"))
                .toList();
        for (int i = 0; i < 200; i++) {
            HostileFile hostile = all.get(i * all.size() / 200);
            int status = Caller.as(port, "programme-manager")
                    .upload(
                            "/api/v1/cases/" + proposal.key() + "/documents",
                            Multipart.file(
                                    hostile.name(),
                                    hostile.content().get(),
                                    Map.of("title", "Annexe", "content", "ordinary", "language", "en")))
                    .status();
            assertThat(status).as(hostile.toString()).isIn(400, 422);
        }
        assertThat(temporary()).isEmpty();
        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/cases/" + proposal.key() + "/documents")
                        .items())
                .isEmpty();
    }

    @Test
    void aDocumentOfATaskKeepsWhatWasWrittenAndIsSeenByWhoApproves() {
        JsonNode task = proposal.workshop().task("programme-manager", "writeProposal");
        String id = task.path("id").asText();
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/tasks/" + id + "?lang=en");

        var answer = manager.upload(
                "/tasks/" + id + "/documents",
                new Multipart(
                        Map.of(
                                "objectiveEn", "Half a sentence",
                                "_title", "Agenda",
                                "_content", "ordinary",
                                "_language", "en"),
                        "_file",
                        "agenda.pdf",
                        SoundFiles.pdf("Agenda " + id)));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(manager.get("/tasks/" + id).body())
                .contains("“Agenda” was taken in.", "Half a sentence</textarea>", "/D1</span>");
        proposal.does("programme-manager", "writeProposal", proposal.of(2));
        assertThat(manager.get("/tasks/" + id).body()).contains("Documents of this task", "Agenda");
        assertThat(Browser.signedIn(port, "chief")
                        .get("/cases/" + proposal.key() + "/documents")
                        .body())
                .contains("Agenda");
    }

    @Test
    void aDocumentOfATaskThatIsNotTakenIsExplainedThere() {
        String id = proposal.workshop()
                .task("programme-manager", "writeProposal")
                .path("id")
                .asText();
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/tasks/" + id + "?lang=en");
        manager.upload(
                "/tasks/" + id + "/documents",
                new Multipart(
                        Map.of("_title", "Agenda", "_content", "ordinary", "_language", "en", "objectiveEn", "Kept"),
                        "_file",
                        "agenda.pdf",
                        SoundFiles.docx("Agenda")));
        assertThat(manager.get("/tasks/" + id).body())
                .contains("The document was not taken in", "“agenda.pdf” is not what its name says")
                .contains("Kept</textarea>");
    }

    @Test
    void aFileThatWasChosenAndNotAddedIsNotForgottenSilently() {
        String id = proposal.workshop()
                .task("programme-manager", "writeProposal")
                .path("id")
                .asText();
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/tasks/" + id + "?lang=en");
        assertThat(manager.post("/tasks/" + id, Map.of("_do", "check", "_file", "agenda.pdf"))
                        .body())
                .contains("“agenda.pdf” was chosen and not added yet");
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,true", "ru,360,false"})
    void aDocumentIsHandedInInABrowser(String language, int width, boolean scripts) throws IOException {
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "programme-manager", language, width, scripts)
                    .open("/documents?q=nothing-of-this-name")
                    .looksRight("documents-empty")
                    .open("/cases/" + proposal.key() + "/documents")
                    .looksRight("documents-case-empty");
            Page page = visit.page();
            page.fill("#title", "Agenda of the workshop");
            page.locator("#file").setInputFiles(file("agenda.pdf", SoundFiles.docx("Agenda")));
            page.locator("main form button").last().click();
            visit.looksRight("documents-refused");
            assertThat(page.locator(".error-summary").isVisible()).isTrue();
            assertThat(page.locator("main form .field-error").count()).isEqualTo(1);
            assertThat(page.inputValue("#title")).isEqualTo("Agenda of the workshop");
            page.locator("#file")
                    .setInputFiles(file("agenda.pdf", SoundFiles.pdf("Agenda " + language + width + scripts)));
            page.locator("main form button").last().click();
            visit.looksRight("document");
            assertThat(visit.heading()).isEqualTo("Agenda of the workshop");
            visit.open("/documents?q=" + proposal.key()).looksRight("documents");
            String task = proposal.workshop()
                    .task("programme-manager", "writeProposal")
                    .path("id")
                    .asText();
            visit.open("/tasks/" + task);
            page.locator("#attachments summary").click();
            page.fill("#_title", "Map of the posts");
            page.locator("#_file").setInputFiles(file("map.png", SoundFiles.png(300 + width + (scripts ? 1 : 0), 200)));
            page.locator("#attachments button").click();
            visit.looksRight("task-with-document");
            assertThat(page.locator("#attachments .done").isVisible()).isTrue();
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}

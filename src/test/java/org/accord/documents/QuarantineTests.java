package org.accord.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Clam;
import org.accord.testing.Multipart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With ClamAV's daemon, and while it does not answer. */
@AccordTest
class QuarantineTests {

    private static final int SCANNER = Clam.freePort();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Quarantine quarantine;

    private String key;
    private int made;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("accord.documents.scanner-host", () -> "127.0.0.1");
        properties.add("accord.documents.scanner-port", () -> SCANNER);
        properties.add("accord.watch.every", () -> "PT1H");
    }

    @BeforeAll
    static void requireScanner() {
        Clam.requireInstalled();
    }

    @BeforeEach
    void aCase() {
        key = Caller.as(port, "programme-manager")
                .post("/api/v1/cases", Map.of("process", "workshop"))
                .json()
                .path("key")
                .asText();
    }

    private Answer add(String text) {
        made++;
        byte[] eicar = Clam.EICAR.getBytes(StandardCharsets.US_ASCII);
        byte[] content = text.isEmpty()
                ? SoundFiles.docxWith(Map.of("word/media/image" + made + ".png", eicar))
                : SoundFiles.docx(text + key + made);
        return Caller.as(port, "programme-manager")
                .upload(
                        "/api/v1/cases/" + key + "/documents",
                        Multipart.file(
                                "note.docx", content, Map.of("title", "Note", "content", "issued", "language", "en")));
    }

    private String scanOf(Answer document) {
        return Caller.as(port, "chief")
                .get("/api/v1/documents/" + document.json().path("id").asText())
                .json()
                .at("/editions/0/files/0/scan")
                .asText();
    }

    @Test
    void whatTheScannerFindsIsNotKeptAndWhatItFindsCleanIs() {
        Clam.during(SCANNER, folder, () -> {
            assertThat(add("").violations()).containsExactly("file:fileInfected");
            assertThat(scanOf(add("Clean"))).isEqualTo("clean");
        });
    }

    @Test
    void withoutAnAnswerAFileIsQuarantinedUntilThereIsOne() {
        Answer clean = add("Clean");
        Answer infected = add("");
        assertThat(clean.status()).isEqualTo(201);
        assertThat(scanOf(clean)).isEqualTo("quarantined");
        String file = "/api/v1/documents/" + clean.json().path("id").asText() + "/1/en";
        assertThat(Caller.as(port, "chief").get(file).code()).isEqualTo("fileQuarantined");
        assertThat(Browser.signedIn(port, "chief")
                        .get("/documents/" + clean.json().path("id").asText() + "?lang=ru")
                        .body())
                .contains("в карантине");
        quarantine.lookAgain();
        assertThat(scanOf(clean)).as("still no answer").isEqualTo("quarantined");

        Clam.during(SCANNER, folder, quarantine::lookAgain);

        assertThat(scanOf(clean)).isEqualTo("clean");
        assertThat(Caller.as(port, "chief").get(file).status()).isEqualTo(200);
        assertThat(scanOf(infected)).isEqualTo("infected");
        assertThat(Caller.as(port, "chief")
                        .get("/api/v1/documents/" + infected.json().path("id").asText() + "/1/en")
                        .code())
                .isEqualTo("fileInfected");
    }
}

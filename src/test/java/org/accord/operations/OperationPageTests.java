package org.accord.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an operator sees at a glance. */
@HttpTest
@DirtiesContext
class OperationPageTests {

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Time time;

    @DynamicPropertySource
    static void backup(DynamicPropertyRegistry registry) {
        registry.add("accord.backup-marker", () -> marker().toString());
    }

    private static Path marker() {
        return folder.resolve("backup-done");
    }

    @AfterEach
    void asItWas() throws IOException {
        Files.deleteIfExists(marker());
        jobs.start();
    }

    private String page(String language) {
        Answer answer = Browser.signedIn(port, "administrator").get("/operations?lang=" + language);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void everythingIsSaidInWordsWithWhatRunsHere() {
        assertThat(page("en"))
                .contains("Database : answers in", "Failed for good : no step", "they run;", "Seal of the record :")
                .contains("Clock of this machine", "Camunda 7.24.0", "PostgreSQL 17", "Java 17");
        assertThat(page("ru"))
                .contains("База данных", "шагов с таким сбоем: 0", "Версии")
                .doesNotContain("vital.");
    }

    @Test
    void whatIsToBeDoneStandsFirst() {
        assertThat(page("en")).matches(".*act Backup : the file \\S+backup-done, .*well Database.*");
        jobs.stop();
        assertThat(page("en")).contains("act Timers and automatic steps : they rest");
    }

    @ParameterizedTest
    @CsvSource({
        "0, less than an hour ago, well",
        "1, 1 hour ago, well",
        "25, 25 hours ago, well",
        "27, there should be one a day, act"
    })
    void aBackupIsAsOldAsTheFileThatItTouches(int hours, String said, String level) throws IOException {
        Files.writeString(marker(), "");
        Duration old = Duration.ofHours(hours).plusMinutes(1);
        Files.setLastModifiedTime(marker(), FileTime.from(time.instant().minus(old)));
        assertThat(page("en")).contains(said, level + " Backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"focal-point.kz", "programme-manager", "auditor"})
    void nobodyElseSeesIt(String userName) {
        assertThat(Browser.signedIn(port, userName).get("/operations").status()).isEqualTo(403);
    }
}

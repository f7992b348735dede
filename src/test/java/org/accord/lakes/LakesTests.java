package org.accord.lakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.Accord;
import org.accord.operations.LintCommand;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Another programme in Accord: another region, three languages, three pillars, a process made of element templates. */
@AccordTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "accord.programme=classpath:lakes/programme.yaml",
            "accord.bpmn.location=classpath:lakes/bpmn/",
            "accord.forms.location=classpath:lakes/forms/",
            "accord.languages=en,fr,es"
        })
@ExtendWith(OutputCaptureExtension.class)
class LakesTests {

    private static final Path TEMPLATES = Path.of(".camunda", "element-templates");
    private static final Path LAKES = Path.of("src", "test", "resources", "lakes");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    private Hearing plan() {
        Answer opened = Caller.as(port, "lead").post("/api/v1/cases", Map.of("process", "sampling-plan"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return new Hearing(port, opened.json().path("key").asText());
    }

    private static Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("title", "Spring sampling");
        proposal.put("shore", "NO1");
        proposal.put("samples", 12);
        return proposal;
    }

    @Test
    void aProcessWithoutAnyJavaRunsToItsEnd() {
        Hearing plan = plan();
        assertThat(plan.key()).matches("SMP-\\d{4}-\\d{3}");
        plan.done("lead", "proposePlan", proposal());
        JsonNode review = plan.task("lead", "reviewPlan");
        assertThat(plan.complete("lead", review, Map.of("decision", "agree")).code())
                .isEqualTo("separationOfDuties");
        plan.done("reviewer.1", "reviewPlan", Map.of("decision", "revise", "remark", "Twice a month is enough."));
        plan.done("lead", "proposePlan", proposal());
        plan.done("reviewer.1", "reviewPlan", Map.of("decision", "agree"));
        jobs.runDue();
        JsonNode ended =
                Caller.as(port, "overseer").get("/api/v1/cases/" + plan.key()).json();
        assertThat(ended.path("status").asText()).isEqualTo("ended");
        assertThat(ended.path("outcome").asText()).isEqualTo("agreed");
        assertThat(ended.path("state").asText()).isEqualTo("NO1");
        assertThat(jdbc.sql(
                                "select count(*) from accord.audit_entry where case_key = :key and action = 'notice.issued'")
                        .param("key", plan.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void itsPagesNameNothingOfAnotherProgramme() {
        Hearing plan = plan();
        for (String page : List.of(
                "/", "/cases", "/cases/" + plan.key(), "/board", "/calendar", "/reports", "/reports/coverage")) {
            Answer answer = Browser.signedIn(port, "lead").get(page + (page.contains("?") ? "&" : "?") + "lang=en");
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .contains("Water of the lakes")
                    .doesNotContain("Kazakhstan", "Central Asia", "Joint Plan");
        }
        assertThat(Browser.signedIn(port, "shore.north").get("/board?lang=en").body())
                .contains("Northern Shore", "Pillar C");
    }

    @Test
    void theCommandSaysThatItIsSound() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = LintCommand.run(
                Accord.class,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                lint(LAKES.toUri().toString()));
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("sound: LAKES in en, fr, es, 1 processes to start by hand\n");
    }

    @Test
    void theCommandTellsAllFaults(CapturedOutput output) throws IOException {
        Path broken = Files.createTempDirectory("lakes");
        try (Stream<Path> files = Files.walk(LAKES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = broken.resolve(LAKES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy,
                        Files.readString(file)
                                .replace("name=\"role\" value=\"REVIEWER\"", "name=\"role\" value=\"CHAIR\"")
                                .replace("name=\"due\" value=\"routine\"", "name=\"due\" value=\"soon\""));
            }
        }
        int code = LintCommand.run(Accord.class, System.out, lint(broken.toUri().toString()));
        assertThat(code).isEqualTo(1);
        assertThat(output)
                .contains("sampling-plan.bpmn reviewPlan: unknownRole (CHAIR)")
                .contains("sampling-plan.bpmn proposePlan: unknownDeadline (soon)");
    }

    private static String[] lint(String folder) {
        return new String[] {
            "lint",
            "--accord.programme=" + folder + "programme.yaml",
            "--accord.bpmn.location=" + folder + "bpmn/",
            "--accord.forms.location=" + folder + "forms/",
            "--accord.languages=en,fr,es"
        };
    }

    @Test
    void theProcessIsMadeOfElementTemplatesThatAreThere() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                JsonNode template = JSON.readTree(Files.readString(file));
                ids.add(template.path("id").asText());
                assertThat(template.path("appliesTo")).isNotEmpty();
                template.path("properties").forEach(property -> assertThat(
                                property.path("binding").path("type").asText())
                        .isIn("property", "camunda:property", "camunda:in", "camunda:in:businessKey", "camunda:out"));
            }
        }
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "org.accord.role-task",
                        "org.accord.approval",
                        "org.accord.ballot",
                        "org.accord.silence-procedure",
                        "org.accord.bilingual-report",
                        "org.accord.notification");
        assertThat(Files.readString(LAKES.resolve("bpmn").resolve("sampling-plan.bpmn")))
                .contains("org.accord.role-task", "org.accord.notification");
    }
}

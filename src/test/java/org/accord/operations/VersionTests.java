package org.accord.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accord.process.TrialProcess;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Running cases moved to a new version of their process, of which the plan fits some and not others; alone, with no other cases. */
@HttpTest
@DirtiesContext
@TestPropertySource(properties = "accord.test.alone=versions")
class VersionTests {

    private static final String PAGE = "/operations/versions";

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext accord;

    @Autowired
    private JdbcClient jdbc;

    /** A hearing whose first opinion is another step than before. */
    private void deployNewVersion() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("hearing.bpmn", "hearing.ru.json")) {
            String text = new ClassPathResource("http-models/bpmn/" + name).getContentAsString(StandardCharsets.UTF_8);
            files.put(name, text.replace("writeOpinion", "giveOpinion").getBytes(StandardCharsets.UTF_8));
        }
        TrialProcess.deploy(accord, files);
    }

    private String instance(Hearing hearing) {
        return jdbc.sql("select instance_id from accord.case_file where case_key = :key")
                .param("key", hearing.key())
                .query(String.class)
                .single();
    }

    private List<String> definitions(Hearing hearing) {
        return jdbc.sql("""
                        select definition_id from accord.case_file where case_key = :key
                        union all
                        select definition_id from accord.task_inbox where case_key = :key and status = 'OPEN'
                        """).param("key", hearing.key()).query(String.class).list().stream()
                .map(definition -> definition.replaceFirst("(hearing:\\d+):.*", "$1"))
                .toList();
    }

    @Test
    void whatFitsIsMovedOneFirstThenTheRestAndWhatDoesNotStays() throws IOException {
        Hearing first = Hearing.opened(port);
        Hearing second = Hearing.opened(port);
        Hearing misfit = Hearing.withPaper(port);
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get(PAGE + "?lang=en").body()).contains("All cases run on the newest version");
        deployNewVersion();
        assertThat(operator.get(PAGE + "?lang=en").body()).contains("/operations/versions/hearing/1", ">3<");

        String preview = operator.get(PAGE + "/hearing/1?lang=en").body();
        assertThat(preview)
                .contains("2 of 3 fit", instance(first), instance(second), "Write an opinion")
                .doesNotContain(instance(misfit));
        assertThat(definitions(first)).containsOnly("hearing:1");

        Answer canary = operator.post(PAGE + "/hearing/1", Map.of("instance", instance(first)));
        assertThat(canary.status()).isEqualTo(302);
        assertThat(definitions(first)).containsExactly("hearing:2", "hearing:2");
        assertThat(definitions(second)).containsOnly("hearing:1");
        first.done("programme-manager", "draftPaper", Hearing.PAPER);
        assertThat(first.task("expert.1", "giveOpinion").path("name").asText()).isEqualTo("Write an opinion");

        operator.get(PAGE + "/hearing/1");
        operator.post(PAGE + "/hearing/1", Map.of("instance", instance(second) + "," + instance(misfit)));
        assertThat(definitions(second)).containsOnly("hearing:2");
        assertThat(definitions(misfit)).containsOnly("hearing:1");
        misfit.done("expert.1", "writeOpinion", Map.of("remark", "Sound."));

        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/audit/entries?action=case.moved")
                        .items())
                .extracting(entry -> entry.path("caseKey").asText() + " "
                        + entry.path("actor").asText())
                .containsExactlyInAnyOrder(first.key() + " administrator", second.key() + " administrator");
        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/cases/" + first.key() + "/history")
                        .body())
                .contains("case.moved");
    }

    @Test
    void othersHaveNoPartInIt() {
        assertThat(Browser.signedIn(port, "programme-manager").get(PAGE).status())
                .isEqualTo(403);
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get(PAGE + "/hearing/77").status()).isEqualTo(404);
        assertThat(operator.get(PAGE + "/nothing/1").status()).isEqualTo(404);
    }
}

package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class HolderWithoutMandateTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void giveBack() {
        jdbc.sql("update accord.programme_mandate set valid_until = null where user_name = 'expert.1'")
                .update();
    }

    @Test
    void aTaskWhoseHolderHasLostTheMandateCanBeTakenByTheRole() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/tasks/"
                + hearing.task("expert.1", "writeOpinion").path("id").asText();
        assertThat(Caller.as(port, "expert.1").post(path + "/claim", Map.of()).status())
                .isEqualTo(200);
        assertThat(Caller.as(port, "expert.2").post(path + "/claim", Map.of()).status())
                .isEqualTo(409);

        jdbc.sql("update accord.programme_mandate set valid_until = valid_from where user_name = 'expert.1'")
                .update();

        assertThat(Caller.as(port, "expert.1").post(path + "/release", Map.of()).status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "expert.2").post(path + "/claim", Map.of()).status())
                .isEqualTo(200);
    }
}

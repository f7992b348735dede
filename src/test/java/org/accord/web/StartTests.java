package org.accord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.accord.Accord;
import org.accord.instance.MisconfiguredException;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Accord starts, or says on the console why not and what to do. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StartTests {

    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void aDatabaseOfThisAccord() {
        database = Database.freshDatabase();
        jdbc = JdbcClient.create(database);
        Flyway.configure()
                .dataSource(database)
                .schemas("accord")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + Database.url(database),
                "--spring.datasource.username=" + Database.username(),
                "--spring.datasource.password=" + Database.password(),
                "--accord.bpmn.location=classpath:http-models/bpmn/",
                "--accord.forms.location=classpath:http-models/forms/",
                "--accord.replay.on-start=false"));
        arguments.addAll(List.of(settings));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        return new SpringApplicationBuilder(Accord.class).run(arguments.toArray(String[]::new));
    }

    private MisconfiguredException misconfigured(String... settings) {
        Throwable thrown = catchThrowable(() -> start(settings).close());
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MisconfiguredException misconfigured) {
                return misconfigured;
            }
        }
        throw new AssertionError("Accord did not refuse to start", thrown);
    }

    private static void assertTold(CapturedOutput console, String what, String action) {
        String told = console.toString();
        assertThat(told).contains("APPLICATION FAILED TO START").contains(what).contains(action);
        assertThat(told.substring(told.indexOf("APPLICATION FAILED TO START"))).doesNotContain("\tat ");
    }

    private void account(String name, boolean demo) {
        jdbc.sql("insert into accord.identity_account (name, password_hash, enabled, demo) values (?, ?, true, ?)")
                .params(name, new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode("accord-demo"), demo)
                .update();
    }

    @Test
    void productionRefusesADatabaseWithDemonstrationAccounts(CapturedOutput console) {
        account("chair", true);
        MisconfiguredException refused = misconfigured("--accord.mode=production");
        assertThat(refused.getMessage()).contains("demonstration accounts");
        assertTold(console, "demonstration accounts", "spring.datasource.url");
    }

    @Test
    void productionRefusesADatabaseWithAMovedClock(CapturedOutput console) {
        jdbc.sql("insert into accord.instance_time (only_row, offset_millis) values (true, -86400000)")
                .update();
        MisconfiguredException refused = misconfigured("--accord.mode=production");
        assertThat(refused.getMessage()).contains("clock is moved");
        assertTold(console, "clock is moved", "set accord.mode to demo");
    }

    @Test
    void aDatabaseOfANewerAccordIsLeftAlone(CapturedOutput console) {
        jdbc.sql("""
                        insert into accord.flyway_schema_history (installed_rank, version, description, type, script,
                            checksum, installed_by, execution_time, success)
                        values (9999, '209901010000', 'of the future', 'SQL', 'V209901010000__of_the_future.sql', 1,
                            'tests', 1, true)
                        """).update();
        MisconfiguredException refused = misconfigured("--accord.mode=demo");
        assertThat(refused.getMessage()).contains("newer Accord", "209901010000", "of the future");
        assertTold(console, "written by a newer Accord", "Start the newer Accord");
        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_name = 'act_ru_task'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThat(misconfigured("--accord.mode=staging").getMessage()).contains("staging");
    }

    @Test
    void aPortInUseIsTold(CapturedOutput console) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Throwable thrown = catchThrowable(
                    () -> start("--accord.mode=demo", "--server.port=" + port).close());
            assertThat(thrown).hasRootCauseInstanceOf(BindException.class);
            assertTold(
                    console,
                    "Port " + port + " was already in use",
                    "configure this application to listen on another port");
        }
    }

    @Test
    void productionTakesTokensAndNoPasswordsAtTheApi() {
        account("auditor", false);
        try (ConfigurableApplicationContext running = start("--accord.mode=production", "--server.address=127.0.0.1")) {
            int port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(Caller.basic(port, "auditor").get("/api/v1/tasks").status())
                    .isEqualTo(401);
            Browser browser = Browser.signedIn(port, "auditor");
            assertThat(browser.get("/").body()).doesNotContain("class=\"banner\"");
            assertThat(new Browser(port).get("/sign-in").body()).doesNotContain("focal-point.kz");
            assertThat(Caller.as(port, "auditor").get("/api/v1/tasks").status()).isEqualTo(200);
            assertThat(browser.post("/operations/clock", Map.of("moment", "2030-01-01T00:00"))
                            .status())
                    .isEqualTo(403);
            assertThat(jdbc.sql("select count(*) from accord.identity_account")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}

package org.accord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationTests {

    @TempDir
    Path parent;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @Test
    void withoutAnAddressTheEmbeddedStoreIsUsedAndClosedAfterItsPool() {
        List<ProcessHandle> servers = new ArrayList<>();
        List<HikariDataSource> pools = new ArrayList<>();
        application
                .withPropertyValues("spring.datasource.url=", "accord.data-dir=" + parent)
                .run(context -> {
                    assertThat(context.getBean(JdbcClient.class)
                                    .sql("select current_user || '@' || current_database()")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("accord@accord");
                    servers.add(ProcessHandle.of(
                                    context.getBean(EmbeddedPostgres.class).pid())
                            .orElseThrow());
                    pools.add(context.getBean(HikariDataSource.class));
                    assertThat(context.getBeanFactory().getDependentBeans("embeddedConnectionDetails"))
                            .contains("dataSource");
                });
        assertThat(pools).allMatch(HikariDataSource::isClosed);
        Awaitility.await("the server ends once its file is gone")
                .until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void withAnAddressNothingIsStarted() {
        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db/accord", "accord.data-dir=" + parent)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(parent).isEmptyDirectory();
                });
    }

    @Test
    void aRefusalIsToldWithoutAStackTrace(CapturedOutput output) throws IOException {
        Path file = Files.createFile(parent.resolve("data"));
        var builder = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        assertThatThrownBy(() -> builder.run("--accord.data-dir=" + file, "--logging.level.root=info"))
                .hasRootCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .containsPattern("Description:\\s+The data folder " + file + " is a file, not a folder.")
                .containsPattern("Action:\\s+Move that file away, or set accord.data-dir")
                .doesNotContain("\tat org.accord");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Application {}
}

package org.accord.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded PostgreSQL when no {@code spring.datasource.url} is set. The data source is built on the
 * connection details and so is closed before the server stops.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoServerNamed.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(Environment environment) {
        return EmbeddedPostgres.start(StoreSettings.durable(folder(environment)));
    }

    static String folder(Environment environment) {
        String folder = environment.getProperty("accord.data-dir", "");
        return StringUtils.hasText(folder) ? folder : "./data";
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres postgres) {
        return new EmbeddedConnectionDetails(postgres);
    }

    private record EmbeddedConnectionDetails(EmbeddedPostgres postgres) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return postgres.url(EmbeddedPostgres.APPLICATION);
        }

        @Override
        public String getUsername() {
            return EmbeddedPostgres.APPLICATION;
        }

        @Override
        public String getPassword() {
            return postgres.password();
        }
    }

    static final class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                    && SharedDatabase.running(environment).isEmpty();
        }
    }
}

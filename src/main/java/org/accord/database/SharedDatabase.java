package org.accord.database;

import java.util.Optional;
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
 * With {@code accord.database.share}, as a program sets it that only looks: the embedded PostgreSQL that another Accord runs
 * in the data folder, if one does.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(SharedDatabase.Running.class)
class SharedDatabase {

    @Bean
    JdbcConnectionDetails sharedConnectionDetails(Environment environment) {
        return running(environment).orElseThrow();
    }

    static Optional<RunningStore> running(Environment environment) {
        return environment.getProperty("accord.database.share", Boolean.class, false)
                        && !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                ? RunningStore.in(DatabaseConfiguration.folder(environment))
                : Optional.empty();
    }

    static final class Running implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return running(context.getEnvironment()).isPresent();
        }
    }
}

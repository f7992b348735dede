package org.accord.web;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WebConfiguration {

    private static final int DEEPEST_JSON = 64;

    /** Nothing that people hand in nests deeper; beyond, walking through it could exhaust the stack. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer shallowJson() {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).build();
        return builder -> builder.factory(
                new JsonFactoryBuilder().streamReadConstraints(constraints).build());
    }

    @Bean
    MessageSource messageSource() {
        return new IcuMessages("messages");
    }
}

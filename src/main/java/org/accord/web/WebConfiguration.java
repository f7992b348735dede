package org.accord.web;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.accord.core.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Accord",
                        version = "v1",
                        description =
                                "Tasks, cases and the record. Errors are RFC 9457 problems in the reader's language."))
class WebConfiguration {

    private static final int DEEPEST_JSON = 64;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

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

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
    private static final long LONGEST_BODY = 2 * 1024 * 1024;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    MessageSource messageSource() {
        return new IcuMessages("messages");
    }

    /**
     * Nothing that people hand in is longer than a form may be, or nests deeper; walking through what does could exhaust
     * the memory or the stack. Such a body is malformed.
     */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer modestJson() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST_JSON)
                .maxDocumentLength(LONGEST_BODY)
                .build();
        return builder -> builder.factory(
                new JsonFactoryBuilder().streamReadConstraints(constraints).build());
    }
}

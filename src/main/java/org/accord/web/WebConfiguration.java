package org.accord.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WebConfiguration {

    private static final long LONGEST_BODY = 2 * 1024 * 1024;

    @Bean
    MessageSource messageSource() {
        return new IcuMessages("messages");
    }

    /** A body is read as far as a form may be long; whatever is longer is malformed. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer shortDocuments() {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxDocumentLength(LONGEST_BODY).build();
        return builder -> builder.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(constraints));
    }
}

package org.accord.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.accord.core.Actor;
import org.springdoc.core.utils.SpringDocUtils;
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

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    MessageSource messageSource() {
        return new IcuMessages("messages");
    }
}

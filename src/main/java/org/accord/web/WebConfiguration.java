package org.accord.web;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WebConfiguration {

    @Bean
    MessageSource messageSource() {
        return new IcuMessages("messages");
    }
}

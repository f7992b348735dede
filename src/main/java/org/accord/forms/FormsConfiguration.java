package org.accord.forms;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    /** The languages belong to the whole programme, so they are not under {@code accord.forms}. */
    @Bean
    FormsProperties formsProperties(Environment environment) {
        Binder settings = Binder.get(environment);
        return new FormsProperties(
                settings.bind("accord.forms.location", String.class).orElse("classpath:forms/"),
                settings.bind("accord.languages", Bindable.listOf(String.class)).orElse(List.of("en", "ru")));
    }
}

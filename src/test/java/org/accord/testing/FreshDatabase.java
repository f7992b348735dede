package org.accord.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test an empty database, in demonstration mode, with nothing played in it. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + Database.freshUrl(),
                        "spring.datasource.username=" + Database.username(),
                        "spring.datasource.password=" + Database.password(),
                        "accord.mode=demo",
                        "accord.seals.folder=" + Database.freshFolder(),
                        "accord.replay.on-start=false")
                .applyTo(context);
    }
}

package org.accord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    private final ApplicationModules modules = ApplicationModules.of(Accord.class);

    @Test
    void noModuleUsesAnotherThatItDoesNotName() {
        modules.verify();
    }

    @Test
    void everyPackageBelowTheRootIsAModule() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("core", "access", "forms", "process", "tasks", "cases", "decisions", "audit", "web");
    }
}

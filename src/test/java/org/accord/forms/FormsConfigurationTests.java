package org.accord.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FormsConfigurationTests {

    private final ApplicationContextRunner accord = new ApplicationContextRunner()
            .withUserConfiguration(FormsConfiguration.class, FormCatalogue.class, Forms.class)
            .withBean(FormShelf.class)
            .withBean(CamundaFeel.class)
            .withBean(ProgrammeLists.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void readsTheFormsOfTheGivenPlaceAtTheStart() {
        accord.withPropertyValues("accord.forms.location=classpath:forms-samples/", "accord.languages=en,ru")
                .run(context -> assertThat(context.getBean(Forms.class).current("national-review"))
                        .isEqualTo(new FormRef("national-review", 1)));
    }

    @Test
    void refusesToStartWithoutATranslation() {
        accord.withPropertyValues(
                        "accord.forms.location=classpath:forms-samples/",
                        "accord.languages[0]=en",
                        "accord.languages[1]=fr")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("national-review.fr.json: -: missingSideFile: fr")
                        .hasMessageContaining("national-review.ru.json: -: unknownLanguage: ru"));
    }

    @Test
    void expectsEnglishAndRussianUnlessToldOtherwise() {
        accord.run(context -> assertThat(context.getBean(FormsProperties.class))
                .isEqualTo(new FormsProperties("classpath:forms/", List.of("en", "ru"))));
    }
}

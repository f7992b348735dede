package org.accord.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Accord with the two small processes in {@code http-models} instead of the programme's own; see {@link Hearing}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AccordTest
@TestPropertySource(
        properties = {
            "accord.bpmn.location=classpath:http-models/bpmn/",
            "accord.forms.location=classpath:http-models/forms/"
        })
public @interface HttpTest {}

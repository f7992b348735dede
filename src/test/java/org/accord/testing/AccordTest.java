package org.accord.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole of Accord on a database of its own, with the demonstration's posts and without its history. Classes that add
 * nothing of their own share one running instance, so a test opens cases of its own and looks at no others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "accord.sign-in.failures-per-address=1000")
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface AccordTest {}

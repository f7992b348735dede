package org.accord;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Accord. The packages beside this class are its modules, one capability each. */
@SpringBootApplication
public class Accord {

    public static void main(String[] args) {
        SpringApplication.run(Accord.class, args);
    }
}

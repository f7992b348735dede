package org.accord.journeys;

import org.springframework.boot.test.context.TestComponent;

/** All that a case has around it. */
@TestComponent
record World(People people, Desk desk, Hours hours, Traces traces) {}

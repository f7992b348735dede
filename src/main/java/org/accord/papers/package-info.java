/** The papers that Accord writes from what was handed in: as pages and as PDF, in every language of the programme. */
@ApplicationModule(allowedDependencies = {"core", "forms", "programme", "process", "tasks", "cases"})
@NullMarked
package org.accord.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

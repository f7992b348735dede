/** What the programme publishes of its activities, as IATI 2.03, and what it does not and why. */
@ApplicationModule(allowedDependencies = {"core", "access", "forms", "programme", "tasks", "cases", "documents"})
@NullMarked
package org.accord.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

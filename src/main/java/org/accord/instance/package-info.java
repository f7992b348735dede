/** Which Accord this is, demonstration or production, and what time it is there. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.accord.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

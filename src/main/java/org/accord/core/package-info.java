/** The words every other module uses. No Spring beans, no SQL, no clock; depends on nothing of ours. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.accord.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

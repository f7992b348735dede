/**
 * Checks the record against its seals. It shares no code with what writes and seals: whoever reads only this package can tell
 * what is proved.
 */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package org.accord.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Finding by words, in any of their forms, what a reader may see: cases, documents by their titles, comments. */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package org.accord.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

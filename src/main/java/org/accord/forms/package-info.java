/** Form schemas, their versions, and the server's own reading, checking and display of what people fill in. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.accord.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

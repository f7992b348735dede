/**
 * Process definitions and running processes. The only package that knows the engine: the day it is exchanged, this is
 * the package that changes (ADR 0002).
 */
@ApplicationModule(allowedDependencies = {"core", "access", "forms", "instance"})
@NullMarked
package org.accord.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

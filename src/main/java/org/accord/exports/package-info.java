/** The record taken along: a case or a period, in formats that other people's tools read, with the proofs. */
@ApplicationModule(allowedDependencies = {"core", "access", "cases", "seals", "papers"})
@NullMarked
package org.accord.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

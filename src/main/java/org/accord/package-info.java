@NullMarked
package org.accord;

import org.jspecify.annotations.NullMarked;

/**
 * Immutable value types that three or more modules share: identifiers, places, spans of time, who acts and what
 * they may do, and the one way to say no. No Spring, no SQL.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.yiwang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Pages and API of the {@code rules} module. */
@NullMarked
package org.yiwang.rules.web;

import org.jspecify.annotations.NullMarked;

/** Pages and API of the module {@code trust}. */
@NullMarked
package org.yiwang.trust.web;

import org.jspecify.annotations.NullMarked;

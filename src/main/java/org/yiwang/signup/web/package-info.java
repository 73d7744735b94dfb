/** Pages and API of the {@code signup} module. */
@NullMarked
package org.yiwang.signup.web;

import org.jspecify.annotations.NullMarked;

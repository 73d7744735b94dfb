/** Pages and API of the module {@code exchange}. */
@NullMarked
package org.yiwang.exchange.web;

import org.jspecify.annotations.NullMarked;

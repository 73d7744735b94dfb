/** Pages and API of the {@code account} module. */
@NullMarked
package org.yiwang.account.web;

import org.jspecify.annotations.NullMarked;

/** Pages and API of the module {@code certificate}. */
@NullMarked
package org.yiwang.certificate.web;

import org.jspecify.annotations.NullMarked;

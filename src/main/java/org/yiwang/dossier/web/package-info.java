/** Pages and API of the module {@code dossier}. */
@NullMarked
package org.yiwang.dossier.web;

import org.jspecify.annotations.NullMarked;

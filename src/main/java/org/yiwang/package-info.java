/** Yiwang 义网: the volunteer-service platform of a city. Every direct sub-package is a module. */
@NullMarked
package org.yiwang;

import org.jspecify.annotations.NullMarked;

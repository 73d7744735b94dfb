/** The published side of the sealed log: its page and its proofs over HTTP. */
@NullMarked
package org.yiwang.seal.web;

import org.jspecify.annotations.NullMarked;

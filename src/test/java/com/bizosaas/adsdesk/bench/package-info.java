/// The measurements behind `packaging/bench`: whole syncs against a sandbox in a process of its own, and small pieces of
/// code alone. They run when they are asked for, not with the tests.
@NullMarked
package com.bizosaas.adsdesk.bench;

import org.jspecify.annotations.NullMarked;

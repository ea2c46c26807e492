/// The sandbox: Facebook's stand-in, spoken to over real HTTP on loopback, deterministic from its seed.
///
/// It knows nothing of the desk (only `domain` may be read) and nothing but `app` knows it, so that the desk's code
/// cannot tell it from Facebook. It is strict where Facebook is strict: unknown fields, wrong parameters, dead tokens
/// and spent budgets are errors by name, and an edge that is not served is an error, never an empty list.
@NullMarked
package com.bizosaas.adsdesk.sandbox;

import org.jspecify.annotations.NullMarked;

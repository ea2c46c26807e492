/// The fleets a sandbox can be filled with: businesses, ad accounts and everything in them, made from a name and a seed.
///
/// Nothing here delivers: what the ads earned is told by `sandbox.insights`. Fields whose names begin with an underscore
/// are the sandbox's own notes on a node (history, review verdicts, planted faults) and are never served.
@NullMarked
package com.bizosaas.adsdesk.sandbox.fleet;

import org.jspecify.annotations.NullMarked;

/// The command line: `packaging/run cli …`. It speaks to a desk through the local API and knows nothing else of it, so a
/// command does what a program of somebody else could do. A desk that runs with its API on is used as it is; otherwise
/// [Doors] opens the store in this process and its API on a free port, for as long as the command takes.
@NullMarked
package com.bizosaas.adsdesk.cli;

import org.jspecify.annotations.NullMarked;

/// Everything the desk keeps on this computer: the encrypted control and metrics databases and one store per aggregate.
///
/// In: SQL, migrations, transactions, and the only place where tokens are sealed and opened. Out: Facebook, time-outs and
/// freshness policy (services decide what is stale). Protocol: open a `DeskStore` with a data folder and a passphrase,
/// use its stores from any thread, close it. Every method of a tenant's data takes the `TenantId`.
@NullMarked
package com.bizosaas.adsdesk.store;

import org.jspecify.annotations.NullMarked;

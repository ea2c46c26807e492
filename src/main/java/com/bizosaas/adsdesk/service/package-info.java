/// The desk's use cases, one family each, as the panes (and later the local API) call them. Reads come from the store at
/// once and say how old they are; writes go to Facebook, are audited, and come back into the store.
///
/// Services are blocking plain Java: call them from a virtual thread, never from the FX thread. What goes wrong leaves as
/// a [DeskException] whose [Problem] says in plain words what happened and what to do.
@NullMarked
package com.bizosaas.adsdesk.service;

import org.jspecify.annotations.NullMarked;

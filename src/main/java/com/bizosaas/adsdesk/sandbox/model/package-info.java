/// What exists in the sandbox: the objects of the graph, who may reach them, and the fleet they are generated from.
///
/// No HTTP and no JSON text here; field values are kept in the shape in which the Graph API returns them.
@NullMarked
package com.bizosaas.adsdesk.sandbox.model;

import org.jspecify.annotations.NullMarked;

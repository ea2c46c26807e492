/// The local API: the desk's services as HTTP and JSON on a loopback address, under `/api/integrations/facebook-ads`.
///
/// [ApiServer] is the way in. A request passes [Doorman] (host, origin, key), [Router] (path, method, role, inputs by
/// their declared kinds) and the handler of its [Route], which asks a service and has the answer written by a view. The
/// same routes make the OpenAPI document, so that it cannot promise what is not served. Nothing here knows how anything
/// is read, stored or written: that is the services' business, and theirs are the rules, the journal and the audit.
@NullMarked
package com.bizosaas.adsdesk.api;

import org.jspecify.annotations.NullMarked;

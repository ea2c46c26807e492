/// The JSON shapes of the Graph API and how they become `domain`: one class per kind of object, each with the smallest
/// set of fields that serves the desk.
///
/// Reading is tolerant: every field is optional, unknown words are kept, a field of a wrong type counts as absent, and a
/// row without a usable id is left out rather than failing its page (robustness "Data").
@NullMarked
package com.bizosaas.adsdesk.graph.wire;

import org.jspecify.annotations.NullMarked;

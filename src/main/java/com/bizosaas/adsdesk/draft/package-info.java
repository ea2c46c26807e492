/// The workbench without I/O: drafts of changes with what they were based on, undo and redo, bulk edits, checks, the review's
/// arithmetic, conflicts, the order of publishing, drift, and sheets that are written and read.
///
/// Values are the Graph API's own: a field by its name, amounts in minor units, times in ISO, structures as JSON text. All
/// types are immutable. Knows `domain` and a JSON tree; neither stores, requests nor windows.
@org.jspecify.annotations.NullMarked
package com.bizosaas.adsdesk.draft;

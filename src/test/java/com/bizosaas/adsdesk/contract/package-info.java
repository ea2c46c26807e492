/// The contract check: everything the desk sends in the tests is held against the official SDK's own lists.
///
/// Tests hand what they send to [WireJournal]; [WireContractCheck] runs last and reads it back. What the SDK does not
/// know (logging in, searching, batches, later versions) stands in `overlay.txt` with a source on every line.
@NullMarked
package com.bizosaas.adsdesk.contract;

import org.jspecify.annotations.NullMarked;

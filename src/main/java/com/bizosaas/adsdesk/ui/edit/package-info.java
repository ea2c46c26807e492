/// Dialogs that change many rows at once: budgets, texts, names, whole fields, copies, and what comes from a spreadsheet.
/// Every one of them shows each row old → new, with the reason of what is refused, before anything is drafted, and drafts
/// it as one step. They know drafts and accounts, not the table that the rows come from.
@NullMarked
package com.bizosaas.adsdesk.ui.edit;

import org.jspecify.annotations.NullMarked;

/// All tenants in one picture: who spends how much against plan and target, and what is to be done first. Money stays in its
/// own currency; nothing is converted.
@NullMarked
package com.bizosaas.adsdesk.ui.overview;

import org.jspecify.annotations.NullMarked;

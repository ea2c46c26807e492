/// In-memory stand-ins for the services and collaborators of the panes, with data that tests set and calls that tests read.
package com.bizosaas.adsdesk.ui.fakes;

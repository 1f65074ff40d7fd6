/** What the dialects of this module share: the paths at the bare root. */
package org.polydesk.adapter.rest.simple;

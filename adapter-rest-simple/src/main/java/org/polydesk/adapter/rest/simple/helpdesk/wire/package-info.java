/** What the Helpdesk dialect repeats: its paths, its refusals, its ways of writing values. */
package org.polydesk.adapter.rest.simple.helpdesk.wire;

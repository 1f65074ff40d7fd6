/** What the Taas dialect repeats: its paths, its refusals, its ways of writing values. */
package org.polydesk.adapter.rest.simple.taas.wire;

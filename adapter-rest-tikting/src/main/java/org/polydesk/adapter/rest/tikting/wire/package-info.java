/** What the dialect repeats: its paths, error bodies, dates, field names and JSON. */
package org.polydesk.adapter.rest.tikting.wire;

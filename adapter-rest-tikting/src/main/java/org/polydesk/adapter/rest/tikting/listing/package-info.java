/** Lists of tickets. */
package org.polydesk.adapter.rest.tikting.listing;

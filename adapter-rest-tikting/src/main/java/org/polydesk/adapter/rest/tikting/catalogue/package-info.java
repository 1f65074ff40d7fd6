/** The lists that forms are filled from. */
package org.polydesk.adapter.rest.tikting.catalogue;

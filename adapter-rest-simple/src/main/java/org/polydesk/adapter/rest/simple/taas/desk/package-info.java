/** The desk itself, which the dialect calls an instance, and its tags. */
package org.polydesk.adapter.rest.simple.taas.desk;

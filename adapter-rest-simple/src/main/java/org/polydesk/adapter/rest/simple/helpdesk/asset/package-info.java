/** What people are given to work with, in the Helpdesk dialect. */
package org.polydesk.adapter.rest.simple.helpdesk.asset;

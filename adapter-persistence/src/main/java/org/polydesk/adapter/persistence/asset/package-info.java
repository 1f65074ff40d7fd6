/** What people are given to work with. */
package org.polydesk.adapter.persistence.asset;

/**
 * People: requesters, technicians, administrators and the programs that act as one of them, with
 * what they are permitted to do. A person somebody else named and who cannot log in is a contact.
 */
package org.polydesk.domain.user;

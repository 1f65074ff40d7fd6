/** How the server tells what it does: plain lines or JSON, and never a credential in them. */
package org.polydesk.bootstrap.logging;

/**
 * One ticket, four languages: random commands go through random doors, and after each the four
 * doors must tell the same. Knows the doors' contracts and nothing of the product.
 */
package org.polydesk.bootstrap.agreement;

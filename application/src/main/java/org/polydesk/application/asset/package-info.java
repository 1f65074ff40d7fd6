/** What people are given to work with, kept by those who work on tickets. */
package org.polydesk.application.asset;

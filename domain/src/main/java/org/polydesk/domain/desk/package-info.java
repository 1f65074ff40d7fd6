/**
 * The desk: one tenant with its own people, catalogue, tickets and numbers. Every row belongs to
 * one desk, every credential leads to one, and nothing crosses.
 */
package org.polydesk.domain.desk;

package org.polydesk.domain.asset;

/**
 * Number of an asset, rising from 1 in its desk.
 *
 * @param value any number that somebody asks for; assets have 1 or more
 */
public record AssetId(long value) {}

package org.polydesk.domain.error;

/** Why the desk refused. Each dialect gives every constant a status and a body of its own. */
public enum ErrorCode {
  /** A value is missing, malformed, too long or names something the desk does not have. */
  INVALID_FIELD,
  /** The request as a whole cannot be read, or asks for something that makes no sense. */
  INVALID_REQUEST,
  /** No credential, or one that is wrong, expired or withdrawn. */
  NOT_SIGNED_IN,
  /** The account or address is locked for a while after failed log-ins. */
  LOCKED_OUT,
  /** The caller is known and may not do this. */
  NOT_ALLOWED,
  /** It does not exist, or the caller may not see it; nobody can tell which. */
  NOT_FOUND,
  /** The path exists and does not take this verb. */
  WRONG_VERB,
  /** The ticket cannot go from its status to the one that was asked for. */
  ILLEGAL_TRANSITION,
  /** Somebody else changed it first, again and again. */
  STALE_VERSION,
  /** It is not of the version that the caller bases his change on. */
  PRECONDITION_FAILED,
  /** The same retry key came with another request. */
  KEY_REUSED,
  /** The body is larger than this dialect takes. */
  TOO_LARGE,
  /** The body is of a kind that this path does not take. */
  UNSUPPORTED_MEDIA_TYPE,
  /** Too many requests; the exception says when to come back. */
  RATE_LIMITED,
  /** The desk is not ready or is going down. */
  UNAVAILABLE,
  /** Our own fault; the details are in the log only. */
  INTERNAL
}

package org.yiwang.organization;

/** What happened to an organization. Published inside the transaction that did it. */
public sealed interface OrganizationEvent {

    /** The organization. */
    long organizationId();

    /** It was approved: it may recruit and publish. */
    record Approved(long organizationId) implements OrganizationEvent {}

    /** It was stopped; nothing may be published for it. */
    record Stopped(long organizationId, String reason) implements OrganizationEvent {}

    /** It may act again after having been stopped or expired. */
    record Restarted(long organizationId) implements OrganizationEvent {}

    /** Its filing ran out. */
    record Expired(long organizationId) implements OrganizationEvent {}

    /** It stands elsewhere in a tree; the ancestors of it and of all below it changed. */
    record Moved(long organizationId) implements OrganizationEvent {}

    /** A person became a member. */
    record Joined(long organizationId, long accountId) implements OrganizationEvent {}

    /** A member left or was removed. */
    record Left(long organizationId, long accountId) implements OrganizationEvent {}
}

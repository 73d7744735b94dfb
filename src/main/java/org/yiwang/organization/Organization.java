package org.yiwang.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/** An organization as stored; contact data still sealed. */
record Organization(
        long id,
        String name,
        RegionCode region,
        OrganizationDraft.Standing standing,
        List<String> kinds,
        List<String> categories,
        @Nullable Long unitId,
        Branch branch,
        String introduction,
        @Nullable LocalDate foundedOn,
        @Nullable Integer plannedSize,
        SealedContact contact,
        OrganizationDraft.Joining joining,
        OrganizationState state,
        @Nullable LocalDate filedUntil,
        @Nullable Instant renewalAskedAt,
        List<Long> ancestors,
        long applicantAccountId,
        Instant createdAt,
        Instant changedAt) {

    /** Whether it acts under a filing, which ends. */
    boolean isFiled() {
        return standing.filedWith() != null;
    }

    boolean isActiveOn(LocalDate day) {
        return state == OrganizationState.ACTIVE && (filedUntil == null || !day.isAfter(filedUntil));
    }

    OrganizationView view(LocalDate today) {
        return new OrganizationView(id, name, region, ancestors, isActiveOn(today));
    }

    /** All above it, itself left out. */
    List<Long> above() {
        return ancestors.stream().filter(a -> a != id).toList();
    }

    record Branch(boolean exists, @Nullable String name) {}

    record SealedContact(String name, byte[] phone, boolean open) {}
}

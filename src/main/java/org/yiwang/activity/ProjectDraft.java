package org.yiwang.activity;

import java.util.List;
import java.util.Set;
import org.yiwang.kernel.RegionCode;

/**
 * A project of the library as its organization writes it: what is done again and again, when, where and whom to ask.
 *
 * @param organizationId whose it is
 * @param region where
 * @param name at most 50 characters
 * @param categories one to four codes of the table {@code category}, the main one first
 * @param objects whom it serves: codes of the table {@code service-object}
 * @param description what is done
 * @param regularTime when, in words: 每周六上午
 * @param place where, in words
 * @param contact whom to ask
 * @param listed whether everybody sees it in the library
 */
public record ProjectDraft(
        long organizationId,
        RegionCode region,
        String name,
        List<String> categories,
        Set<String> objects,
        String description,
        String regularTime,
        String place,
        Contact contact,
        boolean listed) {}

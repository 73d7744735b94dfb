package org.yiwang.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code yiwang.sign-in.*}.
 *
 * @param sessionIdle a browser's sign-in ends after this time without a visit
 * @param sessionLongest and after this time in any case
 * @param staffIdle the same for people who hold a role at a region
 * @param staffLongest the same for people who hold a role at a region
 * @param apiLongest how long a bearer token holds
 * @param failuresBeforeLock wrong passwords that cost nothing
 * @param firstLock wait after the first one too many; doubles with each further one
 * @param longestLock longest wait
 * @param triesPerAddress sign-in tries from one address in five minutes
 * @param codeLife how long a code holds
 * @param codeInterval shortest time between two codes to one number
 * @param codesPerHour codes to one number in an hour
 * @param codesPerDay codes to one number in a day
 * @param codesPerAddress codes asked for from one address in an hour
 * @param codeTries how often a code may be mistyped
 * @param passwordMemoryKib memory of Argon2id
 * @param passwordIterations passes of Argon2id
 * @param passwordsAtOnce passwords checked at the same time; each takes the memory above
 * @param passwordWait how long one waits for its turn before {@code account.busy}
 */
@ConfigurationProperties("yiwang.sign-in")
record SignInSettings(
        @DefaultValue("P30D") Duration sessionIdle,
        @DefaultValue("P180D") Duration sessionLongest,
        @DefaultValue("PT2H") Duration staffIdle,
        @DefaultValue("PT12H") Duration staffLongest,
        @DefaultValue("P30D") Duration apiLongest,
        @DefaultValue("5") int failuresBeforeLock,
        @DefaultValue("PT1M") Duration firstLock,
        @DefaultValue("PT12H") Duration longestLock,
        @DefaultValue("120") int triesPerAddress,
        @DefaultValue("PT5M") Duration codeLife,
        @DefaultValue("PT60S") Duration codeInterval,
        @DefaultValue("6") int codesPerHour,
        @DefaultValue("15") int codesPerDay,
        @DefaultValue("60") int codesPerAddress,
        @DefaultValue("6") int codeTries,
        @DefaultValue("19456") int passwordMemoryKib,
        @DefaultValue("2") int passwordIterations,
        @DefaultValue("4") int passwordsAtOnce,
        @DefaultValue("PT8S") Duration passwordWait) {}

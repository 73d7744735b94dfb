package org.yiwang.signup;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.Volunteers;

@Configuration(proxyBeanMethods = false)
class SignUpConfiguration {

    @Bean
    Facts signUpFacts(
            Volunteers volunteers,
            ActivityCache activities,
            Qualifications qualifications,
            Codes codes,
            Rules rules,
            Clock clock) {
        return new Facts(
                volunteers::getAll,
                activities,
                qualifications::held,
                code -> codes.label("qualification", code),
                () -> SignUpRules.current(rules, activities.minors()),
                clock.getZone());
    }
}

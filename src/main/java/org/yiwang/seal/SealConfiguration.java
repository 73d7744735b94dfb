package org.yiwang.seal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** The key that signs: given outright, or in a file that the first start makes. */
    @Bean
    SigningKey signingKey(
            @Value("${yiwang.log.key:}") String given,
            @Value("${yiwang.log.key-file:${yiwang.data:./data}/log.key}") Path file,
            @Value("${yiwang.log.algorithm:SM2}") Algorithm algorithm) {
        return SigningKey.of(given, file, algorithm);
    }
}

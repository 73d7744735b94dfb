package org.yiwang.seal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** The key that signs: in a file; the demo and the embedded database make one at the first start. */
    @Bean
    SigningKey signingKey(
            @Value("${yiwang.log.key-file:${yiwang.data:./data}/log.key}") Path file,
            @Value("${yiwang.log.algorithm:SM2}") Algorithm algorithm,
            @Value("${yiwang.demo:false}") boolean demo,
            @Value("${yiwang.embedded:false}") boolean embedded) {
        return SigningKey.of(file, algorithm, demo || embedded);
    }
}

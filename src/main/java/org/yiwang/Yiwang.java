package org.yiwang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The program. */
@SpringBootApplication
@Modulithic(systemName = "Yiwang")
@EnableTransactionManagement
public class Yiwang {

    /** Starts the server. */
    public static void main(String[] args) {
        SpringApplication.run(Yiwang.class, args);
    }
}

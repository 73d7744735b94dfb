package org.yiwang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.yiwang.launch.Launcher;

/** The program. Beans are known by their full class names, so that two modules may use the same word for their own thing. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Yiwang")
@EnableTransactionManagement
public class Yiwang {

    /** Carries out the command line; without a command it serves. */
    public static void main(String[] args) {
        int code = Launcher.run(Yiwang.class, args);
        if (code >= 0) {
            System.exit(code);
        }
    }
}

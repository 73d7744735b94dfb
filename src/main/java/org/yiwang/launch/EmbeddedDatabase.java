package org.yiwang.launch;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the program its own PostgreSQL when the settings, wherever they come from, name no database. It is stopped after
 * Spring has closed its contexts, whose beans still ask it a last question.
 */
final class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        DataFolder folder = DataFolder.open(Path.of(settings.getProperty("yiwang.data", "data")));
        String programs = settings.getProperty("yiwang.postgresql", "");
        boolean demo = settings.getProperty("yiwang.demo", Boolean.class, false);
        EmbeddedServer server = start(folder, programs.isBlank() ? folder.program() : Path.of(programs), demo);
        SpringApplication.getShutdownHandlers().add(() -> {
            server.close();
            folder.close();
        });
        settings.getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded database",
                        Map.of(
                                "spring.datasource.url", server.url(),
                                "spring.datasource.username", server.user(),
                                "spring.datasource.password", server.password(),
                                "yiwang.embedded", "true",
                                "yiwang.demo.mark",
                                        UnfinishedDemo.markIn(folder.database()).toString())));
    }

    private static EmbeddedServer start(DataFolder folder, Path programs, boolean demo) {
        try {
            return EmbeddedServer.start(folder, programs, demo);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}

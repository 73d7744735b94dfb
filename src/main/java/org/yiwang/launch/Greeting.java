package org.yiwang.launch;

import java.io.PrintWriter;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yiwang.account.DemoSignIn;
import org.yiwang.account.DemoSignIns;

/** What a server says in the terminal once it can be used: its address and, for the demo city, who can sign in. */
final class Greeting {

    private Greeting() {}

    static void print(ApplicationContext context, PrintWriter out) {
        Environment settings = context.getEnvironment();
        String host = settings.getProperty("server.address", "127.0.0.1");
        out.println();
        out.println("  义网 Yiwang: http://"
                + (host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host)
                + ":" + settings.getProperty("local.server.port", "8080"));
        DemoSignIns signIns = context.getBeanProvider(DemoSignIns.class).getIfAvailable();
        if (signIns != null && settings.getProperty("yiwang.demo", Boolean.class, false)) {
            out.println("  演示账号 Demo sign-ins (手机号 mobile / 密码 password):");
            for (DemoSignIn one : signIns.list()) {
                out.println("    " + one.mobile() + " / " + one.password() + "  "
                        + one.who().zh() + " · " + one.who().en());
            }
        }
        out.println("  Ctrl-C 停止 stops it.");
        out.println();
        out.flush();
    }
}

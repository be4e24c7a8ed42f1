package jp.toritsugi.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the package starts: first the settings are looked at, so that a wrong one is a sentence and not a stack trace. */
@QuarkusMain
public class ProductionMain {

    public static void main(String... args) {
        // door.HeadsInTime hangs on it; it is read when the first connection is made
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        // The build runs the application once, without any database, to learn which classes to share.
        if (!Boolean.getBoolean("quarkus.appcds.generate")) {
            List<String> complaints = StartCheck.complaints(settings());
            if (!complaints.isEmpty()) {
                say(complaints);
                System.exit(1);
            }
            StopSignal.endsWell();
        }
        Quarkus.run(args);
    }

    /** From the environment and -D alone: the framework's own configuration would already stop at what is missing. */
    private static Settings settings() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withMapping(Settings.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(Settings.class);
    }

    private static void say(List<String> complaints) {
        // In UTF-8 wherever the server stands: under LANG=C the default would print question marks.
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        err.println("取次を起動できません。次の設定を直して、もう一度起動してください。");
        complaints.forEach(complaint -> err.println("・" + complaint));
    }
}

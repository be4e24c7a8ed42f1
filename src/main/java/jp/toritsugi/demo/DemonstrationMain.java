package jp.toritsugi.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** What {@code mvn quarkus:dev} starts: first the database in this process's care, then the application on it. */
@QuarkusMain(name = "demonstration")
public class DemonstrationMain {

    public static void main(String... args) {
        EmbeddedDatabase.start(EmbeddedDatabase.Place.fromSystemProperties()).announce();
        Quarkus.run(args);
    }
}

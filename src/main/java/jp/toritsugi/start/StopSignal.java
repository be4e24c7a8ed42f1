package jp.toritsugi.start;

import io.quarkus.runtime.Quarkus;
import java.lang.reflect.Proxy;

/**
 * SIGTERM is how operators end the application: what is under way is answered first (quarkus.shutdown in
 * application.properties), and then it has ended well. Java alone would end as well, but say 143. Its signals have no
 * public interface; where even the private one is gone, 143 it is.
 */
final class StopSignal {
    private StopSignal() {}

    static void endsWell() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ending = Proxy.newProxyInstance(
                    StopSignal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, given) -> {
                        Quarkus.asyncExit(0);
                        return null;
                    });
            Object term = signal.getConstructor(String.class).newInstance("TERM");
            signal.getMethod("handle", signal, handler).invoke(null, term, ending);
        } catch (ReflectiveOperationException e) {
            System.err.println("SIGTERM will end the application with 143.");
        }
    }
}

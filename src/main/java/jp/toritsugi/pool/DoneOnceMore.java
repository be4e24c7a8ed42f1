package jp.toritsugi.pool;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import java.util.concurrent.ThreadLocalRandom;
import jp.toritsugi.problem.DatabaseWords;

/** Carries out {@link OnceMore}: outside of the transaction, for a new one has to be begun. */
@OnceMore
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class DoneOnceMore {
    private static final int TIMES = 3;
    private static final int LONGEST_PAUSE_MILLIS = 50;

    @AroundInvoke
    Object tried(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (int tried = 1; ; tried++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (tried == TIMES || !DatabaseWords.sayOnceMore(e)) {
                    throw e;
                }
                Log.warnf("done anew after a collision: %s", call.getMethod().getName());
                // Two that collided are not to meet again at the same moment.
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
            }
        }
    }
}

package jp.toritsugi.pool;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Carries out {@link TimeLimit}: outside of the transaction, for its connection is to have the limit. */
@TimeLimit(TimeLimit.Work.JOB)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class TimeLimitSet {
    private final TimeLimits limits;

    TimeLimitSet(TimeLimits limits) {
        this.limits = limits;
    }

    @AroundInvoke
    Object within(InvocationContext call) throws Exception {
        TimeLimit.Work before =
                limits.begin(call.getInterceptorBinding(TimeLimit.class).value());
        try {
            return call.proceed();
        } finally {
            limits.end(before);
        }
    }
}

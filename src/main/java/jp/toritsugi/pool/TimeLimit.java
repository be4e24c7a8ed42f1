package jp.toritsugi.pool;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Work that may keep the database busy for longer than a page does. Holds for the connections that are first taken within
 * the method, in its thread: a transaction that has begun to talk before keeps its own limit.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TimeLimit {

    @Nonbinding
    Work value();

    /** What the limit is for; how long that is, {@link PoolSettings} says. */
    enum Work {
        /** Figures that somebody waits for: reports, the funnel, searches through past sheets. */
        FIGURES,
        /** What runs for itself: files being recorded, the trail verified, records destroyed, rules tried. */
        JOB
    }
}

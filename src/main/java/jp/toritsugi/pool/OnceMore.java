package jp.toritsugi.pool;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Work that is done anew when the database ended its transaction for the sake of another (deadlock, order of
 * transactions): the whole transaction, a few times, and only where the method begins it. Whatever else the database
 * says stays what it is.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnceMore {}

/**
 * Connections to the database: how long work on them may take ({@link jp.toritsugi.pool.TimeLimit}), whether the pool
 * gives any, and what health tells of it; a transaction that collided is done anew ({@link jp.toritsugi.pool.OnceMore}).
 * Knows nothing of who asks; leans on problem alone.
 */
package jp.toritsugi.pool;

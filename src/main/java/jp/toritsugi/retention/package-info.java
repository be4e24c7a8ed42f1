/**
 * 保存と廃棄: how long each kind of record is kept, what is held back from destruction, and destruction itself, prepared by
 * one person and approved by another, of which a record without anybody's data stays. What may go is decided by functions
 * of the database, which the application can call and not change. Leans on diagnosis for the names of cases.
 */
package jp.toritsugi.retention;

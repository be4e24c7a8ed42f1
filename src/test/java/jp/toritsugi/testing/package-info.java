/** What tests share: the database, a network with people, small verbs for HTTP. */
package jp.toritsugi.testing;

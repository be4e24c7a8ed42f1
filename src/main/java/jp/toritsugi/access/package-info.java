/** Who is asking: the log-in and the register together make a {@link jp.toritsugi.access.Viewer}, whose reach every finder takes. */
package jp.toritsugi.access;

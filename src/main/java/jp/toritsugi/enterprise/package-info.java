/** The firm and its representative, as an interview writes them down. Originals are kept; search keys stand beside. */
package jp.toritsugi.enterprise;

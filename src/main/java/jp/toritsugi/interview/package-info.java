/**
 * 面談: the page the tablet app lives in, and what it takes along: its own files with their hashes, everything an interview
 * needs without a signal, earlier sheets of the own institution. The app itself is under META-INF/resources/tablet. Leans on
 * device, directory, form, recommendation, routing, diagnosis, consent, audit, frame.
 */
package jp.toritsugi.interview;

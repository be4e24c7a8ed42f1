/**
 * 端末: the tablets that keep sheets without a signal. Registers them, hears from them, revokes them. What a device keeps is
 * not known here. Leans on diagnosis, audit, frame.
 */
package jp.toritsugi.device;

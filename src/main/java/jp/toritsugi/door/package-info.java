/**
 * The door: what is asked of every request before anything of it is read or worked on, whoever sends it. Addresses and
 * forms that nothing could be made of are told so; a body is read only of those who may send it, within bounds of bytes
 * and time; one person does so much at once. Leans on the framework and on how
 * user names are spelled, and knows no feature.
 *
 * <p>The order of all filters, the first one first: 2000 {@code access.SecurityHeaders}, 1900 {@link
 * jp.toritsugi.door.Arrival}, 1850 {@link jp.toritsugi.door.StrangersBodies},
 * 1800 {@code access.EndedSessions}, 1000 {@code audit.RefusedAttempts}, 200 who asks (the framework) and {@code
 * access.SameOriginOnly}, 100 the framework's own policies, 50 {@code
 * access.RateLimits}, 1 {@link jp.toritsugi.door.BodyLimit}; then, once the endpoint is found and has let the role in,
 * {@link jp.toritsugi.door.Entrance}.
 */
package jp.toritsugi.door;

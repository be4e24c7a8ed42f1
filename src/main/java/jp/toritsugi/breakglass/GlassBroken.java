package jp.toritsugi.breakglass;

import java.util.UUID;

/** A closed case was opened in an emergency; told within the same transaction, for whoever tells its institution. */
public record GlassBroken(UUID id) {}

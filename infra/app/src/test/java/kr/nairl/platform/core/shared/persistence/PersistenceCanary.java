package kr.nairl.platform.core.shared.persistence;

/** Public where it must not be. */
public final class PersistenceCanary {}

package kr.nairl.platform.core.lab;

import java.util.Optional;

/** The stored front of the lab. Every call is one statement and joins a running transaction. */
public interface LabFronts {

    Optional<LabFront> lab();

    Lobby lobby();
}

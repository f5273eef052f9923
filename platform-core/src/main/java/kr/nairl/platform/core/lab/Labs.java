package kr.nairl.platform.core.lab;

import java.util.Optional;

/** The stored lab: none or one. */
public interface Labs {

    Optional<Lab> find();

    void add(Lab lab);

    /** Replaces everything if the version is still that of {@code lab}; answers whether it was. */
    boolean change(Lab lab);
}

package kr.nairl.platform.core.organisation;

/** A use case that does not ask who acts. */
public class OpenDeskCanary {

    /** Takes no actor. */
    public void everything() {}
}

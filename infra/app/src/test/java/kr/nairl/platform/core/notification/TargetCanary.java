package kr.nairl.platform.core.notification;

import kr.nairl.platform.core.lab.LabCanary;

/** What no other feature may use; itself uses the lab's, which it may not. */
public record TargetCanary(LabCanary lab) {}

package kr.nairl.platform.core.lab;

import kr.nairl.platform.core.notification.TargetCanary;

/** Uses notification, which it may not. */
public record LabCanary(Class<TargetCanary> other) {}

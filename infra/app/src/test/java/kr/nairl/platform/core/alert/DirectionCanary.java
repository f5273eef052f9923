package kr.nairl.platform.core.alert;

import kr.nairl.platform.core.notification.TargetCanary;

/** Breaks the direction of features: nobody may depend on notification. */
record DirectionCanary(TargetCanary target) {}

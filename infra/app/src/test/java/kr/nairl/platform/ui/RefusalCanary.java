package kr.nairl.platform.ui;

import kr.nairl.platform.core.shared.ForbiddenException;

/** Meets a refusal and tells nobody. */
final class RefusalCanary {

    private RefusalCanary() {}

    static boolean mayDo(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ForbiddenException kept) {
            return false;
        }
    }
}

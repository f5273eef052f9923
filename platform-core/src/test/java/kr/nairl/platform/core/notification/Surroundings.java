package kr.nairl.platform.core.notification;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The core's bean factory, for tests that look at all beans of a type. */
@Component
class Surroundings {

    private final ListableBeanFactory beans;

    Surroundings(ListableBeanFactory beans) {
        this.beans = beans;
    }

    ListableBeanFactory beans() {
        return beans;
    }
}

package kr.nairl.platform.auth;

import com.vaadin.flow.component.html.Div;

/** Knows pages. */
record AuthCanary(Div page) {}

package kr.nairl.platform.api;

import com.vaadin.flow.component.html.Div;

/** Knows pages, and has a name that says nothing. */
public record ApiCanaryService(Div page) {}

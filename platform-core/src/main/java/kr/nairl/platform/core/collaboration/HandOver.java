package kr.nairl.platform.core.collaboration;

import kr.nairl.platform.core.research.ResearcherId;

/** From whom to whom a request was passed on. Written with the step, never changed. */
public record HandOver(ResearcherId from, ResearcherId to, HandOverReason reason) {}

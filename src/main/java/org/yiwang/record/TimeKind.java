package org.yiwang.record;

/** The two kinds of service time, kept apart in every total (时长性质). */
public enum TimeKind {
    /** 信用时长: checked in and out, both sides present at both moments. */
    CREDIT,
    /** 荣誉时长: one of the two moments, or both, rests on the organizer's word. */
    HONOUR
}

package org.yiwang.organization;

import java.util.Arrays;

/** How people join a team (加入方式); numbers as on the national platform. */
public enum JoinPolicy {
    /** 1: asks, a leader decides (验证加入). */
    REVIEW(1),
    /** 2: any real-named volunteer joins at once (允许实名志愿者直接加入). */
    DIRECT(2),
    /** 3: nobody (拒绝任何人); by invitation only. */
    NOBODY(3),
    /** 4: whoever knows the pass-code of at most 6 characters (免审密码). */
    PASS_CODE(4);

    private final int number;

    JoinPolicy(int number) {
        this.number = number;
    }

    /** The national number, 1 to 4. */
    public int number() {
        return number;
    }

    static JoinPolicy of(int number) {
        return Arrays.stream(values())
                .filter(p -> p.number == number)
                .findFirst()
                .orElseThrow();
    }
}

package org.yiwang.demo;

import java.util.Arrays;
import java.util.List;
import org.yiwang.account.DemoSignIn;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;

/** The people one can sign in as, in the order of the sign-in page. None of them exists. */
enum Cast {
    VOLUNTEER("19900000001", "李晓燕", "志愿者", "Volunteer", null, ""),
    GUARDIAN("19900000002", "王建国", "志愿者，也是孩子的监护人", "Volunteer and guardian of a child", null, ""),
    TEAM_ADMIN("19900000003", "陈志强", "志愿队管理员", "Administrator of a team", null, ""),
    LIAISON("19900000004", "周敏", "志愿队联络员", "Liaison of a team", null, ""),
    BODY("19900000011", "吴总队", "街道志愿服务总队管理员", "Administrator of a street's body of teams", null, ""),
    COMMUNITY("19900000005", "胡社区", "社区工作人员", "Community staff", Role.COMMUNITY_STAFF, "420102015001"),
    STREET("19900000006", "彭街道", "街道办事处", "Street office", Role.STREET_OFFICE, "420102015"),
    DISTRICT("19900000007", "邓区办", "区级主管部门", "District office", Role.DISTRICT_OFFICE, "420102"),
    CITY("19900000008", "罗市办", "市级主管部门", "City office", Role.CITY_OFFICE, "4201"),
    AUDITOR("19900000009", "沈审计", "审计", "Auditor", Role.AUDITOR, "4201"),
    SYSTEM("19900000010", "韩运维", "平台管理员", "Platform administrator", Role.SYSTEM_ADMIN, "4201");

    static final String PASSWORD = "yiwang-demo-1";

    private final String mobile;
    private final String fullName;
    private final Label who;

    @org.jspecify.annotations.Nullable
    private final Role role;

    private final String region;

    Cast(
            String mobile,
            String fullName,
            String zh,
            String en,
            @org.jspecify.annotations.Nullable Role role,
            String region) {
        this.mobile = mobile;
        this.fullName = fullName;
        this.who = new Label(zh, en);
        this.role = role;
        this.region = region;
    }

    String mobile() {
        return mobile;
    }

    String fullName() {
        return fullName;
    }

    /** The roles held from the beginning; team roles come with the team. */
    List<Grant> grants() {
        return role == null ? List.of() : List.of(new Grant(role, new Scope.InRegion(new RegionCode(region))));
    }

    /** Whether the person works in an office and is no volunteer. */
    boolean isStaff() {
        return role != null;
    }

    static List<DemoSignIn> signIns() {
        return Arrays.stream(values())
                .map(c -> new DemoSignIn(c.mobile, PASSWORD, c.who))
                .toList();
    }
}

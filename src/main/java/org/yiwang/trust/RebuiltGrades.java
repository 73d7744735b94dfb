package org.yiwang.trust;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Projection;

/** The trust grades of all records, from their evidence and the rules of their days. */
@Component
class RebuiltGrades implements Projection {

    private final TrustGrades grades;

    RebuiltGrades(TrustGrades grades) {
        this.grades = grades;
    }

    @Override
    public String word() {
        return "grades";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        said.accept(grades.rebuild() + " grades computed.");
    }
}

package com.bizosaas.adsdesk.service;

/// Carries a [Problem] to whoever can show it.
public final class DeskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public DeskException(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    public DeskException(Problem problem, Throwable cause) {
        super(problem.title(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package com.bizosaas.adsdesk.service;

/// Everything between an edit and its effect at Facebook.
public record Workbench(DraftService drafts, PublishService publishing, DriftService drift,
        SheetService sheets, TargetingService targeting, CommentService comments, LaunchService launch) {
}

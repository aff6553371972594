"""Addresses of assessment. They stand in the back office, so config includes them below `/admin/`, before its own."""

from django.contrib import admin
from django.urls import path

from assessment.api import marking as marking_api
from assessment.api import views as api
from assessment.views import batch, cell, gradebook, marking, progress

app_name = "assessment"
PROGRESS = "exercises/collection/<int:collection_id>/progress/"
ASSIGNMENT = "assessment/assignment/<int:assignment_id>/"
ASSIGNMENT_PROGRESS = f"{ASSIGNMENT}progress/"
GRADEBOOK = "accounts/classroom/<int:classroom_id>/gradebook/"
CELL = "<int:student_id>/<int:exercise_id>/"
BATCH = "assessment/batch/<int:batch_id>/"
SUBMISSION = "assessment/submission/<int:submission_id>/"
MARKING = f"{SUBMISSION}marking/"

urlpatterns = [
    path(PROGRESS, admin.site.admin_view(progress.progress_page), name="progress"),
    path(f"{PROGRESS}csv/", admin.site.admin_view(progress.progress_csv), name="progress-csv"),
    path(f"{PROGRESS}batches/", api.batches, name="batches"),
    path(f"{PROGRESS}{CELL}", admin.site.admin_view(cell.cell_page), name="cell"),
    path(ASSIGNMENT_PROGRESS, admin.site.admin_view(progress.progress_page), name="assignment-progress"),
    path(
        f"{ASSIGNMENT_PROGRESS}csv/",
        admin.site.admin_view(progress.progress_csv),
        name="assignment-progress-csv",
    ),
    path(f"{ASSIGNMENT_PROGRESS}batches/", api.assignment_batches, name="assignment-batches"),
    path(f"{ASSIGNMENT_PROGRESS}{CELL}", admin.site.admin_view(cell.cell_page), name="assignment-cell"),
    path(GRADEBOOK, admin.site.admin_view(gradebook.gradebook_page), name="gradebook"),
    path(f"{GRADEBOOK}csv/", admin.site.admin_view(gradebook.gradebook_csv), name="gradebook-csv"),
    path(f"{GRADEBOOK}xlsx/", admin.site.admin_view(gradebook.gradebook_xlsx), name="gradebook-xlsx"),
    path(BATCH, admin.site.admin_view(batch.batch_page), name="batch"),
    path(f"{BATCH}csv/", admin.site.admin_view(batch.batch_csv), name="batch-csv"),
    path(f"{BATCH}tasks/", api.tasks, name="tasks"),
    path(f"{BATCH}verdicts/", api.verdicts, name="verdicts"),
    path(f"{BATCH}finish/", api.finished, name="finish"),
    path(f"{BATCH}cancel/", api.cancelled, name="cancel"),
    path(f"{ASSIGNMENT}release/", admin.site.admin_view(marking.release_page), name="release-all"),
    path(f"{ASSIGNMENT}collect/", admin.site.admin_view(marking.collect_page), name="collect"),
    path(f"{SUBMISSION}mark/", admin.site.admin_view(marking.mark_page), name="mark"),
    path(MARKING, marking_api.noted, name="marking"),
    path(f"{MARKING}release/", marking_api.released, name="marking-release"),
    path(f"{MARKING}collect/", marking_api.collected, name="marking-collect"),
    path(f"{MARKING}excuse/", marking_api.excused, name="marking-excuse"),
    path(f"{MARKING}comments/", marking_api.commented, name="marking-comments"),
    path(f"{MARKING}comments/<int:comment_id>/", marking_api.one_comment, name="marking-comment"),
    path(
        f"{MARKING}files/<int:handed_in_id>/<uuid:content_id>/content/",
        marking_api.file_content,
        name="marking-file",
    ),
    path("assessment/comments/", marking_api.saved_comments, name="saved-comments"),
    path("assessment/comments/<int:saved_id>/", marking_api.saved_comment, name="saved-comment"),
]

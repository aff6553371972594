"""An exercise as one text: to edit, and to take along."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from exercises import services
from exercises.admin.downloads import file_response, zip_response
from exercises.admin.objects import changeable, found_or_404
from exercises.admin.publishing import back_to
from exercises.document import read_file, write_file
from exercises.forms.texts import ExerciseTextForm
from exercises.services.working_copies import current_document

if TYPE_CHECKING:
    from exercises.admin.exercises import ExerciseAdmin


def text_page(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """The whole exercise in one text area. What cannot be read is told by its line, and stays in the area."""
    exercise = changeable(admin, request, object_id)
    document, problems = current_document(exercise)
    form = ExerciseTextForm(request.POST or None, initial={"text": write_file(document)}, label_suffix="")
    if request.method == "POST" and form.is_valid():
        read, problems = read_file(form.cleaned_data["text"])
        if not problems:
            try:
                services.replace_document(exercise=exercise, document=read)
            except ValidationError as error:
                form.add_error("text", error.messages)
            else:
                admin.log_change(request, exercise, "Changed as text.")
                messages.success(request, "The exercise was saved.")
                return back_to(exercise)
    context = {
        **admin.admin_site.each_context(request),
        "title": f"{exercise} as text",
        "exercise": exercise,
        "form": form,
        "problems": problems,
        "opts": admin.opts,
        "media": admin.media,
    }
    return TemplateResponse(request, "admin/exercises/exercise/text.html", context)


def download(admin: "ExerciseAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """One exercise.md, or with `?form=zip` a folder with its files."""
    exercise = found_or_404(admin, request, object_id)
    exported, faults = services.exported_exercises([exercise])
    if faults or request.GET.get("form") == "zip":
        return zip_response(exercise.slug, exported, faults)
    text = write_file(exported[0].document)
    return file_response(f"{exercise.slug}.md", text.encode(), "text/markdown; charset=utf-8")

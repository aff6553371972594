"""The list of one's own projects, and what can be done with them. All of it works without JavaScript."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from projects import services
from projects.errors import SaveError
from projects.forms import ProjectNameForm
from projects.models import Project
from projects.queries import deleted_projects_of, projects_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_list(request: SignedInRequest) -> HttpResponse:
    """One's projects and the form for a new one, which opens in the workspace."""
    form = ProjectNameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(services.add_project(owner=request.user, name=form.cleaned_data["name"]))
        except (SaveError, ValidationError) as error:
            form.add_error("name", _sentence(error))
    context = {
        "form": form,
        "projects": projects_of(request.user),
        "deleted": deleted_projects_of(request.user),
    }
    return render(request, "projects/list.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def rename(request: SignedInRequest, project_id: int) -> HttpResponse:
    """Give a project another name."""
    form = ProjectNameForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["name"][0]))
        return redirect("projects:list")
    name = form.cleaned_data["name"]
    return _done(
        request, lambda: services.rename_project(person=request.user, project_id=project_id, name=name)
    )


@login_required
@require_POST
def duplicate(request: SignedInRequest, project_id: int) -> HttpResponse:
    """Make a copy."""
    return _done(request, lambda: services.duplicate_project(person=request.user, project_id=project_id))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedInRequest, project_id: int) -> HttpResponse:
    """Ask on GET, put away on POST."""
    if request.method != "POST":
        project = get_object_or_404(projects_of(request.user), pk=project_id)
        return render(request, "projects/delete.html", {"project": project})
    return _done(request, lambda: services.delete_project(person=request.user, project_id=project_id))


@login_required
@require_POST
def restore(request: SignedInRequest, project_id: int) -> HttpResponse:
    """Bring a deleted project back."""
    return _done(request, lambda: services.restore_project(person=request.user, project_id=project_id))


def _done(request: SignedInRequest, service: Callable[[], Project]) -> HttpResponse:
    """Back to the list, with a sentence when it failed. Raises Http404 for what is not one's own."""
    try:
        service()
    except Project.DoesNotExist as error:
        raise Http404 from error
    except (SaveError, ValidationError) as error:
        messages.error(request, _sentence(error))
    return redirect("projects:list")


def _sentence(error: SaveError | ValidationError) -> str:
    return error.messages[0] if isinstance(error, ValidationError) else str(error)

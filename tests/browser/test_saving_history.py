"""What was written, deleted, replaced or made by a program can be had back."""

from tests.browser.stored import stored_file, stored_text
from tests.browser.workspace import Workspace, wait_until
from tests.factories import save

PICTURE = bytes(range(256)) * 8
BINARY_PROGRAM = 'open("data.bin", "wb").write(bytes(range(256)))\nopen("notes.txt", "w").write("kept")\n'


def test_earlier_version_is_looked_at_restored_and_undone(workspace, owner, project):
    file = stored_file(project)
    save(owner, project, "second", file_id=file.pk, base=1, pin=True)
    workspace.page.reload()
    workspace.wait_open()
    workspace.wait_text("second")

    dialog = workspace.open_history()
    versions = dialog.get_by_role("list", name="Versions").get_by_role("button")
    assert versions.count() == 2
    versions.nth(1).click()
    dialog.get_by_text("start").wait_for()
    dialog.get_by_role("button", name="Restore this version").click()

    workspace.wait_text("start")
    workspace.wait_saved()
    wait_until(lambda: stored_text(project) == "start", seconds=10, what="the restored text on the server")
    workspace.editor.click()
    workspace.page.keyboard.press("Control+z")
    workspace.wait_text("second")
    wait_until(lambda: stored_text(project) == "second", seconds=10, what="the undone text on the server")


def test_deleted_file_comes_back_by_undo(workspace, owner, project):
    save(owner, project, "tools", path="tools.py")
    workspace.page.reload()
    workspace.wait_open()

    workspace.file_menu("tools.py", "Delete")
    wait_until(lambda: not workspace.has_file("tools.py"), seconds=5, what="tools.py gone")
    workspace.page.get_by_role("button", name="Undo").click()

    workspace.wait_text("tools")
    workspace.wait_saved()
    assert stored_text(project, "tools.py") == "tools"


def test_deleted_file_comes_back_from_history(workspace, owner, project):
    save(owner, project, "tools", path="tools.py")
    workspace.page.reload()
    workspace.wait_open()
    workspace.file_menu("tools.py", "Delete")
    wait_until(
        lambda: not project.files.filter(path="tools.py", deleted_at=None).exists(),
        seconds=10,
        what="deletion",
    )
    workspace.page.reload()
    workspace.wait_open()
    assert not workspace.has_file("tools.py")

    dialog = workspace.open_history()
    dialog.get_by_role("button", name="tools.py").click()
    dialog.get_by_role("button", name="Bring this file back").click()

    workspace.wait_text("tools")
    wait_until(
        lambda: project.files.filter(path="tools.py", deleted_at=None).exists(),
        seconds=10,
        what="tools.py back",
    )
    assert stored_text(project, "tools.py") == "tools"


def test_uploaded_file_is_kept_and_downloaded_as_it_was(workspace, project, tmp_path):
    (tmp_path / "picture.dat").write_bytes(PICTURE)

    with workspace.page.expect_file_chooser() as chosen:
        workspace.page.get_by_role("button", name="Upload").click()
    chosen.value.set_files(tmp_path / "picture.dat")
    wait_until(lambda: workspace.has_file("picture.dat"), seconds=5, what="the uploaded file")
    workspace.page.reload()
    workspace.wait_open()
    with workspace.page.expect_download() as download:
        workspace.file_menu("picture.dat", "Download")

    assert download.value.suggested_filename == "picture.dat"
    assert download.value.path().read_bytes() == PICTURE
    workspace.wait_saved()
    assert bytes(stored_file(project, "picture.dat").content) == PICTURE


def test_renamed_file_keeps_its_text_and_history(workspace, owner, project):
    before = save(owner, project, "tools", path="tools.py")
    workspace.page.reload()
    workspace.wait_open()

    workspace.file_menu("tools.py", "Rename")
    field = workspace.page.get_by_role("textbox", name="New name of tools.py")
    field.fill("helpers.py")
    field.press("Enter")
    workspace.page.reload()

    workspace.wait_open()
    wait_until(lambda: workspace.has_file("helpers.py"), seconds=5, what="the new name")
    workspace.wait_saved()
    file = stored_file(project, "helpers.py")
    assert (file.pk, bytes(file.content), file.versions.count()) == (before.pk, b"tools", 1)


def test_files_that_a_program_writes_are_kept(workspace: Workspace, project):
    workspace.wait_ready()

    assert workspace.run(BINARY_PROGRAM) == "Finished"
    wait_until(lambda: workspace.has_file("data.bin"), seconds=10, what="the program's file")
    workspace.page.reload()

    workspace.wait_open()
    assert workspace.has_file("data.bin")
    workspace.wait_saved()
    assert bytes(stored_file(project, "data.bin").content) == bytes(range(256))
    assert stored_text(project, "notes.txt") == "kept"

"""Two devices on one file, in a thousand random orders: no text is ever overwritten without being seen."""

import random
from dataclasses import dataclass, field
from uuid import UUID

from accounts.models import User
from projects.errors import StaleError
from projects.models import Project, ProjectFile
from projects.services import save_file
from projects.services.replays import Change
from tests import factories

INTERLEAVINGS = 1000
STEPS = 5


@dataclass
class Device:
    """A browser: the text on its screen, the revision that it is based on, and a save whose answer was lost."""

    name: str
    revision: int
    text: str
    unanswered: Change | None = None


@dataclass
class Story:
    """One interleaving. `texts` is what was stored at each revision; `overwritten` must stay empty."""

    owner: User
    project: Project
    file_id: UUID
    path: str
    texts: dict[int, str]
    revision: int = 1
    overwritten: list[str] = field(default_factory=list)
    stale: int = 0
    count: int = 0

    def step(self, device: Device, dice: random.Random) -> None:
        """Type, and save; sometimes the answer is lost and the same save is sent again later."""
        if device.unanswered is None:
            self.count += 1
            device.text = f"{device.text[-40:]}\n{device.name}{self.count}"
            key = f"{device.name}-{self.count}"
            device.unanswered = Change("save", device.revision, key, self.path, device.text.encode())
        answer_is_lost = dice.random() < 0.3
        try:
            answer = self._save(device.unanswered)
        except StaleError as refused:
            self.stale += 1
            device.unanswered = None
            device.revision = refused.file.revision
            device.text = bytes(refused.file.content).decode()
            return
        if not answer_is_lost:
            assert bytes(answer.content) == device.unanswered.content
            device.revision, device.unanswered = answer.revision, None

    def _save(self, change: Change) -> ProjectFile:
        answer = save_file(person=self.owner, project_id=self.project.pk, file_id=self.file_id, change=change)
        stored = ProjectFile.objects.only("revision", "content").get(pk=self.file_id)
        if stored.revision != self.revision:
            self._note(stored, change)
        return answer

    def _note(self, stored: ProjectFile, change: Change) -> None:
        """A text was replaced: right only if the save was based on exactly it."""
        if change.base_revision != self.revision or stored.revision != self.revision + 1:
            self.overwritten.append(f"{self.revision} by a save based on {change.base_revision}")
        self.revision = stored.revision
        self.texts[stored.revision] = bytes(stored.content).decode()


def test_no_order_of_two_devices_overwrites_silently(school, figure):
    owner = factories.student()
    overwritten: list[str] = []
    stale = 0
    for seed in range(INTERLEAVINGS):
        dice = random.Random(seed)
        if seed % 100 == 0:
            project = factories.project(owner)
        made = factories.save(owner, project, "start", path=f"f{seed}.py")
        story = Story(owner, project, made.pk, made.path, {1: "start"})
        devices = [Device(name, 1, "start") for name in "AB"]

        for _ in range(STEPS):
            story.step(dice.choice(devices), dice)

        now = ProjectFile.objects.get(pk=made.pk)
        assert bytes(now.content).decode() == story.texts[now.revision]
        assert sorted(story.texts) == list(range(1, now.revision + 1))
        overwritten += story.overwritten
        stale += story.stale

    figure(f"{INTERLEAVINGS} interleavings: silent overwrites {len(overwritten)}, conflicts told {stale}")
    assert overwritten == []
    assert stale > INTERLEAVINGS

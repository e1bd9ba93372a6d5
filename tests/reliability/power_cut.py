"""Simulates power cuts under SQLite, without root: what was never synced may be lost or torn.

An apsw VFS passes everything through to real files and keeps a second, *durable* copy of each that
receives writes only when SQLite syncs. When the power is cut, an arbitrary part of what was not
synced reaches the durable copy too, in sectors: disks reorder and tear. The copy is what the next
start would find.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SECTOR_BYTES = 512
# How much of what was not synced reaches the disk: nothing, some of it, or all.
SURVIVAL_SHARES = (0, 0, 0.3, 0.7, 1)


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes written at an offset, or a truncation to that length when there are none."""

    offset: int
    data: bytes | None

    def torn(self, chance: random.Random) -> "Write":
        """The same write with only its first sectors."""
        if self.data is None:
            return self
        sectors = chance.randint(1, max(1, len(self.data) // SECTOR_BYTES))
        return Write(self.offset, self.data[: sectors * SECTOR_BYTES])


@dataclass
class Disk:
    """The durable copies of all files, and what has been written since each was last synced."""

    durable: Path
    pending: dict[str, list[Write]] = field(default_factory=dict)

    def copy_of(self, name: str) -> Path:
        return self.durable / Path(name).name

    def sync(self, name: str) -> None:
        self._store(name, self.pending.pop(name, []))

    def forget(self, name: str) -> None:
        self.pending.pop(name, None)
        self.copy_of(name).unlink(missing_ok=True)

    def cut_power(self, chance: random.Random) -> None:
        """Let an arbitrary part of what was not synced reach the disk, the last write torn."""
        for name, writes in self.pending.items():
            share = chance.choice(SURVIVAL_SHARES)
            kept = [write for write in writes if chance.random() < share]
            if kept and chance.random() < 1 / 2:
                kept[-1] = kept[-1].torn(chance)
            self._store(name, kept)
        self.pending.clear()

    def _store(self, name: str, writes: list[Write]) -> None:
        copy = self.copy_of(name)
        copy.touch()
        with copy.open("r+b") as file:
            for write in writes:
                if write.data is None:
                    file.truncate(write.offset)
                else:
                    file.seek(write.offset)
                    file.write(write.data)


class PowerCutVFS(apsw.VFS):
    """SQLite's view of a disk that can lose power. Method names are SQLite's own."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, base="")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "_File":  # noqa: N802 - SQLite's name
        return _File(name, flags, self.disk)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self.disk.forget(filename)


class _File(apsw.VFSFile):
    def __init__(
        self, filename: str | apsw.URIFilename | None, flags: list[int], disk: Disk
    ) -> None:
        super().__init__("", filename, flags)
        self.name = filename.filename() if isinstance(filename, apsw.URIFilename) else str(filename)
        self.disk = disk
        disk.copy_of(self.name).touch()

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self.disk.pending.setdefault(self.name, []).append(Write(offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self.disk.pending.setdefault(self.name, []).append(Write(newsize, None))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self.disk.sync(self.name)

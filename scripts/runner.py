"""Runs stages of named checks side by side and tells how each went; what is checked: checks.py."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from scripts.steps import StepFailed, stop_all


@dataclass(frozen=True)
class Check:
    """Something to pass: `work` raises StepFailed, or returns how many tests it stands for."""

    title: str
    work: Callable[[], int]


@dataclass(frozen=True)
class Outcome:
    """How a check went: how many tests it stands for, or what went wrong."""

    title: str
    seconds: float
    passed: int
    failure: str | None = None

    def __str__(self) -> str:
        """The line that tells it, with the details of a failure below."""
        word = "ok" if self.failure is None else "FAILED"
        line = f"  {word:<6}  {self.title:<48} {self.seconds:6.1f} s"
        return line if self.failure is None else f"{line}\n\n{self.failure}\n"


def perform(check: Check) -> Outcome:
    """Run one check."""
    started = time.monotonic()
    try:
        passed = check.work()
    except StepFailed as failure:
        return Outcome(check.title, time.monotonic() - started, 0, str(failure))
    return Outcome(check.title, time.monotonic() - started, passed)


def perform_stage(stage: Sequence[Check], at_once: int) -> list[Outcome]:
    """Run the checks of a stage, `at_once` of them side by side, and tell each when it is over."""
    outcomes = []
    with ThreadPoolExecutor(at_once) as pool:
        try:
            for over in as_completed([pool.submit(perform, check) for check in stage]):
                outcomes.append(over.result())
                print(outcomes[-1], flush=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            stop_all()
            raise
    return outcomes


def perform_all(stages: Sequence[Sequence[Check]], at_once: int) -> bool:
    """Run stage after stage, up to the first that fails; the last line counts what passed."""
    started, outcomes = time.monotonic(), list[Outcome]()
    for stage in stages:
        done = perform_stage(stage, at_once)
        outcomes += done
        if any(outcome.failure for outcome in done):
            break
    passed = sum(outcome.passed for outcome in outcomes)
    failed = [outcome.title for outcome in outcomes if outcome.failure]
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    print(f"\n{len(outcomes)} checks in {minutes} min {seconds} s")
    for title in failed:
        print(f"failed: {title}")
    print(f"{passed} passed, {len(failed)} failed", flush=True)
    return not failed

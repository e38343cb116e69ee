"""Pay points in words: runs of them, counts of them, and the first few where there are many."""

from collections.abc import Sequence

from payoffer.report.words import joined

FEW = 6
"""As many points or runs of points are named; of more, the first ones and how many are left."""
RUN = 3
"""As many points in the order of the scale are named by the first and the last."""


def joined_points(points: Sequence[str], every: Sequence[str]) -> str:
    """Return ``5``, ``0 and 1`` or ``M1 to M4, U1 and U3``, in the order of ``every`` point of the scale."""
    named = _runs(points, every)
    if len(named) > FEW:
        rest = sum(count for _, count in named[FEW - 1 :])
        return f"{', '.join(text for text, _ in named[: FEW - 1])} and {rest} more"
    return joined(text for text, _ in named)


def _runs(points: Sequence[str], every: Sequence[str]) -> list[tuple[str, int]]:
    """Return each run of neighbours, or each point where they are few, in words, and how many points it is."""
    wanted, runs = set(points), list[list[str]]()
    neighbour = False
    for point in every:
        if point in wanted and neighbour:
            runs[-1].append(point)
        elif point in wanted:
            runs.append([point])
        neighbour = point in wanted
    found: list[tuple[str, int]] = []
    for run in runs:
        if len(run) >= RUN:
            found.append((f"{run[0]} to {run[-1]}", len(run)))
        else:
            found += [(point, 1) for point in run]
    return found


def at_points(points: Sequence[str], every: Sequence[str]) -> str:
    """Return ``at point 5`` or ``at points 0 to 3``."""
    return f"at point{'' if len(points) == 1 else 's'} {joined_points(points, every)}"


def counted(count: int, of: int) -> str:
    """Return ``the one point``, ``both points``, ``all 6 points`` or ``4 of the 6 points``."""
    if count == of:
        return {1: "the one point", 2: "both points"}.get(of, f"all {of} points")
    return f"{count or 'none'} of the {of} points"
